import { showAges } from "./ages.ts";
import { glide, isStill } from "./glide.ts";
import { LATEST_LENGTH, type Latest, type Story } from "./latest.ts";
import { pillBefore } from "./pill.ts";
import { poll } from "./poll.ts";
import { shownStories } from "./shown-stories.ts";

const AGING_MS = 20_000;

/**
 * Follows the newest stories of the paper or a section. What comes while a reader has them open waits until it is asked
 * for.
 */
export function followStories(list: HTMLElement): void {
  const say = pillBefore(list, press);
  const { compare, bringIn } = shownStories(list);
  let waiting: readonly Story[] = [];

  function take(latest: Latest): void {
    const difference = compare(latest);
    if (!difference) return;
    const { changes, arrivals } = difference;
    if (changes.length > 0) make(changes);
    tellOf(arrivals);
    bringInAtTop();
  }

  function tellOf(arrivals: readonly Story[]): void {
    waiting = arrivals;
    const { length } = arrivals;
    const many = `More than ${length} new updates: load the page`;
    say(length, areTooMany() ? many : undefined);
  }

  /** None of what is newest is known: there may be more. */
  function areTooMany(): boolean {
    return waiting.length === LATEST_LENGTH;
  }

  function press(): HTMLElement | null {
    if (areTooMany()) {
      // As it is by now, not as the browser still has it.
      scrollTo({ top: 0, behavior: "instant" });
      location.reload();
      return null;
    }
    bringInWaiting();
    return list.querySelector<HTMLElement>("a:has(.new)");
  }

  /** Nobody is taken by surprise who may be about to press a link, or who wants nothing to move. */
  function bringInAtTop(): void {
    if (waiting.length === 0 || areTooMany() || document.hidden) return;
    const isUnseen = list.getBoundingClientRect().top >= innerHeight;
    const isInUse = list.matches(":hover, :focus-within, .pill:focus-within + *");
    if (isUnseen || (scrollY <= 0 && !isInUse && !isStill())) bringInWaiting();
  }

  function bringInWaiting(): void {
    make([() => bringIn(waiting)]);
    tellOf([]);
  }

  function make(changes: readonly (() => void)[]): void {
    list.ariaBusy = "true";
    glide(list, () => {
      for (const change of changes) change();
    });
    refresh();
    list.ariaBusy = "false";
  }

  function refresh(): void {
    if (!list.matches(".headlines")) describe(list);
    showAges(list);
  }

  refresh();
  setInterval(() => showAges(list), AGING_MS);
  list.onkeydown = step;
  addEventListener("scroll", bringInAtTop, { passive: true });
  poll<Latest>(list.dataset, take);
}

/** As a feed of articles, for those who go from one to the next. */
function describe(list: HTMLElement): void {
  Object.assign(list, { role: "feed", ariaLabel: document.querySelector("h1")?.textContent });
  const articles = [...list.querySelectorAll("article")];
  for (const [index, article] of articles.entries()) {
    Object.assign(article, {
      tabIndex: -1,
      ariaLabel: article.querySelector("h2")?.textContent,
      ariaPosInSet: index + 1,
      ariaSetSize: articles.length,
    });
  }
}

function step(event: KeyboardEvent): void {
  const current = document.activeElement?.closest("article");
  const nextBy: Record<string, Element | null | undefined> = {
    PageDown: current?.nextElementSibling,
    PageUp: current?.previousElementSibling,
  };
  const next = nextBy[event.key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
