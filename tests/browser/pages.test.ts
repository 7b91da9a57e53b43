import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { BROKEN_WORDS, LAYOUT_SHIFT, violationsOf } from "../support/inspect-page.ts";
import { SAMPLE_PAGES } from "../support/sample-pages.ts";
import { useSamplePaper } from "../support/sample-paper.ts";
import { serve } from "../support/serve.ts";

const open = useBrowser();
const sample = useSamplePaper();

/** As readers do in the settings of their browser. */
async function doubleText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
}

const SCROLLS_SIDEWAYS =
  "document.documentElement.scrollWidth > document.documentElement.clientWidth";

describe.each([320, 768, 1280])("at %i pixels", (width) => {
  test.each(SAMPLE_PAGES)(
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
      await doubleText(page);
      expect(await page.evaluate(SCROLLS_SIDEWAYS), "with text twice as large").toBe(false);
      expect(await page.evaluate(BROKEN_WORDS)).toEqual([]);
      expect(page.faults).toEqual({ errors: [], foreign: [] });
    },
  );
});
