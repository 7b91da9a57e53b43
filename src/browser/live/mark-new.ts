import { element } from "./element.ts";

/** In the paper's language, whatever that of the text is. */
export function markNew(title: Element): void {
  const lang = document.querySelector(".masthead")?.closest<HTMLElement>("[lang]")?.lang ?? "";
  const label = element("strong", { className: "label" }, "New");
  title.prepend(element("span", { className: "new", lang }, label, ""));
}

export function unmarkNew(within: ParentNode): void {
  for (const mark of within.querySelectorAll(".new")) mark.remove();
}
