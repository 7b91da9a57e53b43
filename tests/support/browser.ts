import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launch } from "./launch-browser.ts";

/** What a page did that no page may do. */
export interface Faults {
  /** On the console, or thrown. */
  readonly errors: string[];
  /** URLs on other hosts. */
  readonly foreign: string[];
}

export type OpenPage = Page & { readonly faults: Faults };

/** One browser for the tests of a file. Returns how to open a page in a window of its own. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser.close());
  return async (options = {}) => {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    return Object.assign(page, { faults: watch(page) });
  };
}

function watch(page: Page): Faults {
  const faults: Faults = { errors: [], foreign: [] };
  page.on("console", (message) => {
    if (message.type() === "error")
      faults.errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => faults.errors.push(String(error)));
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
    if (!isOwn) faults.foreign.push(request.url());
  });
  return faults;
}
