import { arrange, arrangeByDay } from "./arrange.ts";
import { element } from "./element.ts";
import { LATEST_LENGTH, type Latest, type Story } from "./latest.ts";
import { railItem, teaser } from "./teaser.ts";

/** How many headlines are in the rail. */
const RAIL_LENGTH = 10;

interface Shown {
  readonly item: HTMLElement;
  /** What it says, part by part, before times become ages. */
  readonly texts: readonly string[];
}

/** How what is newest differs from what a list shows. */
export interface Difference {
  readonly gone: readonly string[];
  readonly corrected: readonly Story[];
  /** Newest first. */
  readonly arrivals: readonly Story[];
}

/** The stories of a list, which is that of a front or the rail of the front page. */
export class ShownStories {
  readonly #list: HTMLElement;
  readonly #address: string;
  readonly #isRail: boolean;
  /** By address, in the order of the list. */
  #shown: Map<string, Shown>;
  /** Addresses of what was newest when it was last asked for. */
  #known: readonly string[] = [];

  constructor(list: HTMLElement, address: string, isRail: boolean) {
    this.#list = list;
    this.#address = address;
    this.#isRail = isRail;
    const items = [...list.querySelectorAll<HTMLElement>("article, li")];
    this.#shown = new Map(items.map((item) => [addressOf(item), shownIn(item)]));
  }

  /** `undefined` if the answer is older than the page: somebody's cache had it. */
  compare({ stories, withdrawn }: Latest): Difference | undefined {
    const addresses = stories.map(({ address }) => address);
    const isMissing = (address: string) => !addresses.includes(address);
    const first = momentOf(stories[0]?.published);
    const last = momentOf(stories.at(-1)?.published);
    const isWhole = stories.length < LATEST_LENGTH;
    const gone: string[] = [];
    for (const [address, { item }] of this.#shown) {
      const moment = momentOf(item.querySelector("time")?.dateTime);
      const isWithdrawn = withdrawn.includes(address);
      if (!isMissing(address)) continue;
      if (moment > first && !isWithdrawn && !this.#known.includes(address)) return undefined;
      if (isWithdrawn || isWhole || moment > last) gone.push(address);
    }
    this.#known = addresses;
    const newest = addresses.findLastIndex((address) => this.#shown.has(address));
    const later = newest === -1 ? stories : stories.slice(0, newest);
    return {
      gone,
      corrected: stories.filter((story) => this.#isOtherwise(story)),
      arrivals: later.filter(({ address }) => !this.#shown.has(address)),
    };
  }

  /** Where the headline of a story leads. */
  linkOf(address: string): HTMLAnchorElement | undefined {
    const shown = this.#shown.get(address);
    return shown && headlineOf(shown.item);
  }

  remove(address: string): void {
    const item = this.#shown.get(address)?.item;
    const near = item?.nextElementSibling ?? item?.previousElementSibling;
    if (item?.matches(":focus-within")) near?.querySelector("a")?.focus({ preventScroll: true });
    this.#shown.delete(address);
    item?.remove();
  }

  correct(story: Story): void {
    const item = this.#shown.get(story.address)?.item;
    if (item === undefined) return;
    const hasFocus = item.contains(document.activeElement) && document.activeElement !== item;
    const isNew = item.querySelector(".new") !== null;
    const made = this.#make(story);
    this.#shown.set(story.address, { item, texts: textsOf(made) });
    item.replaceChildren(...made.childNodes);
    if (isNew) markNew(item);
    if (hasFocus) headlineOf(item).focus({ preventScroll: true });
  }

  /** Brings in what is newest. Of it, the arrivals are marked, and no others. */
  bringIn(stories: readonly Story[], arrivals: readonly Story[]): void {
    for (const mark of this.#list.querySelectorAll(".new")) mark.remove();
    const wanted = this.#isRail ? stories.slice(0, RAIL_LENGTH) : stories;
    const newest = wanted.map((story) => ({
      ...(this.#shown.get(story.address) ?? this.#made(story, arrivals.includes(story))),
      ...story,
    }));
    const others = this.#isRail ? [] : [...this.#shown];
    this.#shown = new Map([...newest.map((each) => [each.address, each] as const), ...others]);
    if (this.#isRail) arrangeByDay(this.#list, newest);
    else
      arrange(
        this.#list,
        [...this.#shown.values()].map(({ item }) => item),
      );
  }

  #made(story: Story, isNew: boolean): Shown {
    const made = shownIn(this.#make(story));
    if (isNew) markNew(made.item);
    return made;
  }

  #isOtherwise(story: Story): boolean {
    const texts = this.#shown.get(story.address)?.texts;
    return texts !== undefined && !isSaid(textsOf(this.#make(story)), texts);
  }

  #make(story: Story): HTMLElement {
    return this.#isRail ? railItem(story) : teaser(story, this.#address);
  }
}

/** Whether a text is another one, or its beginning. */
function isSaid(made: readonly string[], texts: readonly string[]): boolean {
  return (
    made.length === texts.length &&
    made.every((text, index) => {
      const shown = texts[index] ?? "";
      return text === shown || (text.endsWith("…") && shown.startsWith(text.slice(0, -1)));
    })
  );
}

function shownIn(item: HTMLElement): Shown {
  return { item, texts: textsOf(item) };
}

function textsOf(item: HTMLElement): string[] {
  return [...item.children].map(({ textContent }) => textContent.trim());
}

function headlineOf(item: HTMLElement): HTMLAnchorElement {
  return item.querySelector(":is(h2, li) > a") as HTMLAnchorElement;
}

function addressOf(item: HTMLElement): string {
  return headlineOf(item).getAttribute("href") ?? "";
}

function momentOf(time: string | undefined): number {
  return Date.parse(time ?? "");
}

/** In the paper's language, whatever that of the headline is. */
function markNew(item: HTMLElement): void {
  const mark = element("span", "new", element("strong", "label", "New"), "");
  mark.lang = document.documentElement.lang;
  headlineOf(item).prepend(mark);
}
