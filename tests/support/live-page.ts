import type { BrowserContextOptions } from "playwright-core";
import type { OpenPage } from "./browser.ts";

type Open = (options?: BrowserContextOptions) => Promise<OpenPage>;

/** A page that a reader has open, whose clock the test moves. */
export class LivePage {
  readonly page: OpenPage;

  constructor(page: OpenPage) {
    this.page = page;
  }

  /** The reader goes on reading for so long; nobody waits. */
  async wait(seconds: number): Promise<void> {
    await this.page.clock.runFor(seconds * 1000);
  }

  /** The machine sleeps for so long. */
  async sleep(seconds: number): Promise<void> {
    await this.page.clock.fastForward(seconds * 1000);
  }

  /** The reader goes to another tab. */
  async hide(): Promise<void> {
    await this.#setHidden(true);
  }

  async comeBack(): Promise<void> {
    await this.#setHidden(false);
  }

  // Without a screen Chromium shows every tab.
  async #setHidden(isHidden: boolean): Promise<void> {
    await this.page.evaluate(`
      Object.defineProperty(document, "hidden", { value: ${isHidden}, configurable: true });
      Object.defineProperty(document, "visibilityState", { value: ${isHidden ? '"hidden"' : '"visible"'}, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    `);
  }

  /**
   * All that glides has arrived. Chromium takes it for a jump when the next gliding begins in the
   * very frame in which one ends, which for readers are polls apart.
   */
  async rest(): Promise<void> {
    await this.page.evaluate(
      "Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => {})",
    );
  }

  /** Before the page is opened. */
  async watchShift(): Promise<void> {
    await this.page.addInitScript(WATCH_SHIFT);
  }

  /** By how much things moved without a reader's doing, since the page began to load. */
  async shift(): Promise<number> {
    return await this.page.evaluate("readShift()");
  }
}

const WATCH_SHIFT = `{
  let sum = 0;
  const add = (entries) => {
    for (const entry of entries) if (!entry.hadRecentInput) sum += entry.value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  globalThis.readShift = () => {
    add(observer.takeRecords());
    return sum;
  };
}`;

/** Opens a page at a time of day, which then stands still. */
export async function openLive(
  open: Open,
  url: string,
  now: number,
  options: BrowserContextOptions = {},
): Promise<LivePage> {
  const live = new LivePage(await open({ viewport: { width: 800, height: 600 }, ...options }));
  const { page } = live;
  await live.watchShift();
  // Nothing is left to chance.
  await page.addInitScript("Math.random = () => 0.5");
  await page.clock.install({ time: now });
  await page.goto(url);
  await page.locator(".pill").first().waitFor({ state: "attached" });
  await page.clock.pauseAt(now + 20_000);
  return live;
}
