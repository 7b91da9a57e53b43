import { element } from "./element.ts";

/** Has an element hold these, in this order. What is there already is not moved, so that it keeps the focus. */
export function arrange(parent: Element, wanted: readonly Element[]): void {
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/** The same for items below the names of their days. */
export function arrangeByDay(
  list: Element,
  items: readonly { readonly day: string; readonly item: Element }[],
): void {
  const parts: Element[] = [];
  for (const [day, ofDay] of Map.groupBy(items, (each) => each.day)) {
    const known = [...list.querySelectorAll("h3")].find((heading) => heading.textContent === day);
    const heading = known ?? element("h3", {}, day);
    const group = known?.nextElementSibling ?? element("ol", { className: "headlines" });
    parts.push(heading, group);
    arrange(
      group,
      ofDay.map(({ item }) => item),
    );
  }
  arrange(list, parts);
}
