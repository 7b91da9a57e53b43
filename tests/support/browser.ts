import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

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

/** Of `CHROME_PATH`, of the machine, or of the package that brings one along. */
export async function launch(): Promise<Browser> {
  const installed = process.env.CHROME_PATH ?? onPath();
  if (installed !== undefined) {
    return await chromium.launch({ executablePath: installed, args: FLAGS });
  }
  const { default: packaged } = await import("@sparticuz/chromium");
  return await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...FLAGS],
  });
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
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
