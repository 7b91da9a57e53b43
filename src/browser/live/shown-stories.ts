import { exactTime } from "./ages.ts";
import { arrange, arrangeByDay } from "./arrange.ts";
import { byAddress } from "./by-address.ts";
import { LATEST_LENGTH, type Latest, type Story } from "./latest.ts";
import { markNew, unmarkNew } from "./mark-new.ts";
import { railItem, teaser } from "./teaser.ts";

/** How many headlines are in the rail. */
const RAIL_LENGTH = 10;

/** How what is newest differs from what a list shows. */
export interface Difference {
  /** Each takes a story away or corrects one. */
  readonly changes: readonly (() => void)[];
  /** Newest first. */
  readonly arrivals: readonly Story[];
}

/** The stories of a list, which is that of a front or the rail of the front page. */
export interface ShownStories {
  /** `undefined` if the answer is older than the page: somebody's cache had it. */
  readonly compare: (latest: Latest) => Difference | undefined;
  /** Brings in what was newest when it was compared. Of it, the arrivals are marked, and no others. */
  readonly bringIn: (arrivals: readonly Story[]) => void;
}

export function shownStories(list: HTMLElement): ShownStories {
  const isRail = list.matches(".headlines");
  const make = isRail ? railItem : teaser;
  /** What was newest when it was last asked for, and the addresses of that. */
  let newest: readonly Story[] = [];
  let known: readonly string[] = [];
  const itemsByAddress = () => byAddress(list, "article, li");

  function compare({ stories, withdrawn }: Latest): Difference | undefined {
    const items = itemsByAddress();
    const addresses = stories.map(({ address }) => address);
    const first = momentOf(stories[0]?.published);
    const last = momentOf(stories.at(-1)?.published);
    const isWhole = stories.length < LATEST_LENGTH;
    const changes: (() => void)[] = [];
    for (const [address, item] of items) {
      if (addresses.includes(address)) continue;
      const moment = momentOf(item.querySelector("time")?.dateTime);
      const isWithdrawn = withdrawn.includes(address);
      if (moment > first && !isWithdrawn && !known.includes(address)) return undefined;
      if (isWithdrawn || isWhole || moment > last) changes.push(() => remove(item));
    }
    for (const story of stories) {
      const item = items.get(story.address);
      const made = make(story);
      if (item && !isSaid(textsOf(made), textsOf(item))) changes.push(() => correct(item, made));
    }
    newest = stories;
    known = addresses;
    const shown = addresses.findLastIndex((address) => items.has(address));
    const later = shown === -1 ? stories : stories.slice(0, shown);
    return { changes, arrivals: later.filter(({ address }) => !items.has(address)) };
  }

  function bringIn(arrivals: readonly Story[]): void {
    unmarkNew(list);
    const items = itemsByAddress();
    const wanted = newest.slice(0, isRail ? RAIL_LENGTH : LATEST_LENGTH).map((story) => {
      const item = items.get(story.address) ?? make(story);
      if (arrivals.includes(story)) markNew(linkOf(item));
      return { day: story.day, item };
    });
    if (isRail) arrangeByDay(list, wanted);
    else arrange(list, [...new Set([...wanted.map(({ item }) => item), ...items.values()])]);
  }

  return { compare, bringIn };
}

function remove(item: HTMLElement): void {
  const near = item.nextElementSibling ?? item.previousElementSibling;
  if (item.matches(":focus-within")) near?.querySelector("a")?.focus({ preventScroll: true });
  item.remove();
}

/** Has an item say what another one does. */
function correct(item: HTMLElement, made: HTMLElement): void {
  const hasFocus = item.querySelector(":focus");
  const isNew = item.querySelector(".new");
  item.replaceChildren(...made.childNodes);
  const link = linkOf(item);
  if (isNew) markNew(link);
  if (hasFocus) link.focus({ preventScroll: true });
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

/** What an item says, part by part, but for ages and what marks it as new. */
function textsOf(item: HTMLElement): string[] {
  const copy = item.cloneNode(true) as HTMLElement;
  unmarkNew(copy);
  for (const time of copy.querySelectorAll("time")) time.textContent = exactTime(time);
  return [...copy.children].map(({ textContent }) => textContent.trim());
}

/** Where the headline leads. */
function linkOf(item: HTMLElement): HTMLAnchorElement {
  return item.querySelector("a") as HTMLAnchorElement;
}

function momentOf(time: string | undefined): number {
  return Date.parse(time ?? "");
}
