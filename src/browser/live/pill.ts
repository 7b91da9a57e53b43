import { element } from "./element.ts";

/** Says something over a page without moving it: once to those who listen. Nothing, where the text is empty. */
export class Pill {
  readonly #place = element("div", "pill");

  constructor(before: Element, press: () => void) {
    this.#place.role = "status";
    before.before(this.#place);
    this.#place.addEventListener("click", press);
    // A reader who is somewhere in the list stays there.
    this.#place.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get hasFocus(): boolean {
    return this.#place.matches(":focus-within");
  }

  say(text: string): void {
    if (text === this.#place.textContent) return;
    const button = element("button", "", text);
    button.type = "button";
    this.#place.replaceChildren(...(text === "" ? [] : [button]));
  }
}
