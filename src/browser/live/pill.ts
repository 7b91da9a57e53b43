import { element } from "./element.ts";

/** Says over a page what is new of it, without moving it; once to those who listen. A hidden tab's title counts it. */
export class Pill {
  readonly #place = element("div", "pill");
  readonly #title = document.title;
  #count = 0;

  /** @param press shows what is new. Returns where a reader who asked for it finds the first of it. */
  constructor(
    before: Element,
    press: () => HTMLElement | undefined | Promise<HTMLElement | undefined>,
  ) {
    this.#place.role = "status";
    before.before(this.#place);
    this.#place.addEventListener("click", async () => {
      const { hasFocus } = this;
      lead(await press(), hasFocus);
    });
    // A reader who is somewhere in the list stays there.
    this.#place.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("visibilitychange", () => this.#countInTitle());
  }

  get hasFocus(): boolean {
    return this.#place.matches(":focus-within");
  }

  /** How many updates there are, or another text. */
  say(count: number, text = count === 1 ? "1 new update" : `${count} new updates`): void {
    this.#count = count;
    this.#countInTitle();
    if (count === 0) this.#place.textContent = "";
    else if (text !== this.#place.textContent) {
      this.#place.replaceChildren(element("button", "", text));
    }
  }

  #countInTitle(): void {
    const isTold = document.hidden && this.#count > 0;
    document.title = isTold ? `(${this.#count}) ${this.#title}` : this.#title;
  }
}

function lead(first: HTMLElement | undefined, hasFocus: boolean): void {
  if (first === undefined) return;
  const { top } = first.getBoundingClientRect();
  if (top < 0 || top > innerHeight) first.scrollIntoView({ block: "center" });
  if (hasFocus) first.focus();
}
