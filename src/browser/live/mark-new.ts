import { element } from "./element.ts";

/** In the paper's language, whatever that of the text is. */
export function markNew(title: Element): void {
  const mark = element("span", "new", element("strong", "label", "New"), "");
  mark.lang =
    document.querySelector<HTMLElement>(".masthead")?.lang || document.documentElement.lang;
  title.prepend(mark);
}

export function unmarkNew(within: ParentNode): void {
  for (const mark of within.querySelectorAll(".new")) mark.remove();
}
