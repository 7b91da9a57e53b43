import { element } from "./element.ts";

/** Where a reader who asked for what is new finds the first of it. */
type First = HTMLElement | null | undefined;

/** Says how many updates there are, or another text. */
export type Say = (count: number, text?: string) => void;

/**
 * A pill says over a page what is new of it, without moving it; once to those who listen. A hidden tab's title counts it.
 * @param press shows what is new.
 */
export function pillBefore(before: Element, press: () => First | Promise<First>): Say {
  const { title } = document;
  let waiting = 0;
  const pill = element("div", {
    className: "pill",
    role: "status",
    onclick: async () => {
      const hasFocus = pill.matches(":focus-within");
      lead(await press(), hasFocus);
    },
    // A reader who is somewhere in the list stays there.
    onmousedown: (event) => event.preventDefault(),
  });
  const countInTitle = () => {
    document.title = document.hidden && waiting > 0 ? `(${waiting}) ${title}` : title;
  };
  before.before(pill);
  document.addEventListener("visibilitychange", countInTitle);
  return (count, text = `${count} new update${count === 1 ? "" : "s"}`) => {
    waiting = count;
    countInTitle();
    if (count === 0) pill.textContent = "";
    else if (text !== pill.textContent) pill.replaceChildren(element("button", {}, text));
  };
}

function lead(first: First, hasFocus: boolean): void {
  if (!first) return;
  const { top } = first.getBoundingClientRect();
  if (top < 0 || top > innerHeight) first.scrollIntoView({ block: "center" });
  if (hasFocus) first.focus();
}
