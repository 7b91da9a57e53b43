import { showAges } from "./ages.ts";
import { glide } from "./glide.ts";
import { LATEST_LENGTH, type Latest, type Story } from "./latest.ts";
import { Pill } from "./pill.ts";
import { poll } from "./poll.ts";
import { ShownStories } from "./shown-stories.ts";

const AGING_MS = 20_000;

/** The newest stories of the paper or a section. What comes while a reader has them open waits until it is asked for. */
export class LatestStories extends HTMLElement {
  readonly #pill = new Pill(this, () => this.#press());
  readonly #shown = new ShownStories(this);
  #stories: readonly Story[] = [];
  #arrivals: readonly Story[] = [];

  connectedCallback(): void {
    this.#describe();
    showAges(this);
    setInterval(() => showAges(this), AGING_MS);
    this.addEventListener("keydown", (event) => this.#step(event));
    addEventListener("scroll", () => this.#bringInAtTop(), { passive: true });
    const { latest = "", seconds } = this.dataset;
    poll<Latest>(latest, Number(seconds), (latest) => this.#take(latest));
  }

  #take(latest: Latest): void {
    const difference = this.#shown.compare(latest);
    if (difference === undefined) return;
    const { gone, corrected, arrivals } = difference;
    this.#stories = latest.stories;
    this.#arrivals = arrivals;
    if (gone.length + corrected.length > 0) {
      this.#change(() => {
        for (const address of gone) this.#shown.remove(address);
        for (const story of corrected) this.#shown.correct(story);
      });
    }
    this.#tell();
    this.#bringInAtTop();
  }

  #tell(): void {
    const { length } = this.#arrivals;
    const many = `More than ${length} new updates: load the page`;
    this.#pill.say(length, this.#areTooMany ? many : undefined);
  }

  /** None of what is newest is known: there may be more. */
  get #areTooMany(): boolean {
    return this.#arrivals.length === LATEST_LENGTH;
  }

  #press(): HTMLElement | undefined {
    if (this.#areTooMany) {
      // As it is by now, not as the browser still has it.
      scrollTo({ top: 0, behavior: "instant" });
      location.reload();
      return undefined;
    }
    const [first] = this.#arrivals;
    this.#bringIn();
    return first && this.#shown.linkOf(first.address);
  }

  /** Nobody is taken by surprise who may be about to press a link, or who wants nothing to move. */
  #bringInAtTop(): void {
    if (this.#arrivals.length === 0 || this.#areTooMany || document.hidden) return;
    const isUnseen = this.getBoundingClientRect().top >= innerHeight;
    const isInUse = this.matches(":hover, :focus-within") || this.#pill.hasFocus;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isUnseen || (scrollY <= 0 && !isInUse && !isStill)) this.#bringIn();
  }

  #bringIn(): void {
    this.#change(() => this.#shown.bringIn(this.#stories, this.#arrivals));
    this.#arrivals = [];
    this.#tell();
  }

  #change(change: () => void): void {
    this.ariaBusy = "true";
    glide(this, change);
    this.#describe();
    showAges(this);
    this.ariaBusy = "false";
  }

  /** As a feed of articles, for those who go from one to the next. */
  #describe(): void {
    if (this.#shown.isRail) return;
    this.role = "feed";
    this.ariaLabel = document.querySelector("h1")?.textContent ?? "";
    const articles = [...this.querySelectorAll("article")];
    for (const [index, article] of articles.entries()) {
      article.tabIndex = -1;
      article.ariaLabel = article.querySelector("h2")?.textContent ?? "";
      article.ariaPosInSet = String(index + 1);
      article.ariaSetSize = String(articles.length);
    }
  }

  #step(event: KeyboardEvent): void {
    const way = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
    const articles = [...this.querySelectorAll("article")];
    const current = articles.findIndex((article) => article.matches(":focus-within"));
    const next = way === 0 || current === -1 ? undefined : articles[current + way];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}
