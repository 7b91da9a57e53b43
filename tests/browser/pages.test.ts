import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useSamplePaper } from "../support/sample-paper.ts";
import { serve } from "../support/serve.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One of every kind, and stories in every script. */
const PAGES = [
  "/",
  "/latest/",
  "/2001/07/ivanov-russia-ready-for-defense-talks/",
  "/2001/07/genoa-summit-ends/",
  "/2001/07/how-to-read-a-dateline/",
  "/2001/07/rossiya-i-kitay-podpisali-dogovor/",
  "/2001/06/wilaya-thaniya-li-kofi-annan/",
  "/2001/07/saninsen-koizumi-renritsu-ga-kahansu/",
  "/world/",
  "/world/2001/07/",
  "/authors/rome-bureau/",
  "/topics/missile-defense/",
  "/2001/07/19/",
  "/2001/07/",
  "/2001/",
  "/archive/",
  "/corrections/",
  "/search/",
  "/about/",
  "/404.html",
];

const open = useBrowser();
const sample = useSamplePaper();

/** What axe finds, a line for each element. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Everything that moved after it was painted, ever since the page began to load. */
const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => resolve(sum)));
})`;

const SCROLLS_SIDEWAYS =
  "document.documentElement.scrollWidth > document.documentElement.clientWidth";

describe.each([320, 768, 1280])("at %i pixels", (width) => {
  test.each(PAGES)(
    "%s is accessible, light and dark, and nothing moves or sticks out",
    async (address) => {
      const { url } = await serve(sample());
      const page = await open({ viewport: { width, height: 900 } });
      await page.goto(url + address, { waitUntil: "load" });
      expect(await page.evaluate(LAYOUT_SHIFT)).toBe(0);
      expect(await page.evaluate(SCROLLS_SIDEWAYS)).toBe(false);
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violationsOf(page)).toEqual([]);
      expect(page.faults).toEqual({ errors: [], foreign: [] });
    },
  );
});
