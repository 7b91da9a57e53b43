import { showAges } from "./ages.ts";
import { glide } from "./glide.ts";
import { LATEST_LENGTH, type Latest, type Story } from "./latest.ts";
import { Pill } from "./pill.ts";
import { poll } from "./poll.ts";
import { ShownStories } from "./shown-stories.ts";

const AGING_MS = 20_000;

/** The newest stories of the paper or a section. What comes while a reader has them open waits until it is asked for. */
export class LatestStories extends HTMLElement {
  readonly #address = this.getAttribute("src") ?? "";
  readonly #title = document.title;
  readonly #pill = new Pill(this, () => this.#press());
  readonly #isRail = this.matches(".headlines");
  readonly #shown = new ShownStories(this, this.#address, this.#isRail);
  #stories: readonly Story[] = [];
  #arrivals: readonly Story[] = [];

  connectedCallback(): void {
    this.#describe();
    showAges(this);
    setInterval(() => showAges(this), AGING_MS);
    this.addEventListener("keydown", (event) => this.#step(event));
    addEventListener("scroll", () => this.#bringInAtTop(), { passive: true });
    document.addEventListener("visibilitychange", () => this.#countInTitle());
    const seconds = Number(this.getAttribute("seconds"));
    poll<Latest>(this.#address, seconds, (latest) => this.#take(latest));
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
    const updates = length === 1 ? "1 new update" : `${length} new updates`;
    this.#pill.say(
      this.#areTooMany
        ? `More than ${length} new updates: load the page`
        : length > 0
          ? updates
          : "",
    );
    this.#countInTitle();
  }

  /** None of what is newest is known: there may be more. */
  get #areTooMany(): boolean {
    return this.#arrivals.length === LATEST_LENGTH;
  }

  #countInTitle(): void {
    const { length } = this.#arrivals;
    document.title = document.hidden && length > 0 ? `(${length}) ${this.#title}` : this.#title;
  }

  #press(): void {
    if (this.#areTooMany) {
      location.assign(location.pathname);
      return;
    }
    const [first] = this.#arrivals;
    const hadFocus = this.#pill.hasFocus;
    this.#bringIn();
    const link = first && this.#shown.linkOf(first.address);
    if (link === undefined) return;
    if (link.getBoundingClientRect().top < 0) link.scrollIntoView({ block: "center" });
    if (hadFocus) link.focus();
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
    if (this.#isRail) return;
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
