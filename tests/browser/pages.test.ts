import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { LAYOUT_SHIFT, violationsOf } from "../support/inspect-page.ts";
import { useSamplePaper } from "../support/sample-paper.ts";
import { serve } from "../support/serve.ts";

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
