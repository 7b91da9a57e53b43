import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { type OpenPage, useBrowser } from "../support/browser.ts";
import { LAYOUT_SHIFT, violationsOf } from "../support/inspect-page.ts";
import { useSamplePaper } from "../support/sample-paper.ts";
import { serve } from "../support/serve.ts";

const IVANOV = "/2001/07/ivanov-russia-ready-for-defense-talks/";

const open = useBrowser();
const sample = useSamplePaper();

function focused(page: OpenPage): Promise<string> {
  return page.evaluate("document.activeElement.textContent.trim()");
}

function background(page: OpenPage): Promise<string> {
  return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
}

function styleOf(selector: string, property: string): string {
  return `getComputedStyle(document.querySelector("${selector}")).${property}`;
}

function fills(page: OpenPage, selector: string): Promise<string[]> {
  const drawn = `[...document.querySelectorAll("${selector}")]`;
  return page.evaluate(`${drawn}.map((shape) => getComputedStyle(shape).fill)`);
}

test("by keyboard a reader skips to the story, or goes through the masthead in order, always seeing where", async () => {
  const { url } = await serve(sample());
  const page = await open();
  await page.goto(url + IVANOV);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the main content");
  expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: 0, y: 0 });

  const path: string[] = [];
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press("Tab");
    path.push(await focused(page));
    const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
    expect(outline).toBe("solid");
  }
  expect(path).toEqual(["Dateline", "Search", "", "Latest", "World"]);

  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
});

test("the switch between light and dark is remembered, until it is what the system asks for", async () => {
  const { url } = await serve(sample());
  const page = await open({ colorScheme: "light" });
  await page.goto(url);
  const light = await background(page);
  const button = page.getByRole("button", { name: "Light or dark" });
  await button.click();
  const dark = await background(page);
  expect(dark).not.toBe(light);
  expect(await button.getAttribute("aria-pressed")).toBe("true");

  await page.goto(url + IVANOV);
  await expect.poll(() => background(page)).toBe(dark);
  await button.click();
  expect(await background(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background(page)).toBe(dark);
});

test.each(["/", IVANOV, "/2001/", "/search/"])(
  "in the reader's own colors %s is legible, and still marks what colors marked",
  async (address) => {
    const { url } = await serve(sample());
    const page = await open({ forcedColors: "active", colorScheme: "dark" });
    await page.goto(url + address);
    expect(await violationsOf(page)).toEqual([]);
    await page.evaluate("document.body.style.color = 'LinkText'");
    const linkText = await page.evaluate(styleOf("body", "color"));
    for (const fill of await fills(page, ".dot")) expect(fill).toBe(linkText);
    const canvas = await background(page);
    for (const fill of await fills(page, ".land")) expect(fill).not.toBe(canvas);
  },
);

test("in the reader's own colors the section at hand is underlined", async () => {
  const { url } = await serve(sample());
  const page = await open({ forcedColors: "active" });
  await page.goto(`${url}/world/`);
  const line = (link: string) => page.evaluate(styleOf(`.sections ${link}`, "textDecorationLine"));
  expect(await line("[aria-current]")).toBe("underline");
  expect(await line("a")).toBe("none");
});

test("where the browser keeps nothing for the paper, all else works", async () => {
  const { url } = await serve(sample());
  const page = await open();
  await page.addInitScript(`Object.defineProperty(window, "localStorage", {
    get: () => { throw new DOMException("Access is denied.", "SecurityError"); },
  })`);
  await page.goto(url + IVANOV);
  await page.getByRole("button", { name: "Copy link" }).waitFor();
  const light = await background(page);
  await page.locator(".theme").click();
  expect(await background(page)).not.toBe(light);
  await page.goto(`${url}/latest/`);
  await page.waitForLoadState("networkidle");
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("a story is shared, or its address is copied", async () => {
  const { url } = await serve(sample());
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(url + IVANOV);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Link copied" }).waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
    `https://dateline.example${IVANOV}`,
  );
});

test("a reader is told how old an old story is, and nothing moves", async () => {
  const { url } = await serve(sample());
  const page = await open({ viewport: { width: 320, height: 900 } });
  // The script comes when the page has long been seen.
  const script = Promise.withResolvers<void>();
  await page.route(/\/site\.\w+\.js$/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(url + IVANOV, { waitUntil: "commit" });
  const paints = "performance.getEntriesByName('first-contentful-paint').length";
  await expect.poll(() => page.evaluate(paints)).toBe(1);
  script.resolve();
  await page.getByText(/^This story is more than \d\d years old\.$/).waitFor();
  expect(await page.evaluate(LAYOUT_SHIFT)).toBe(0);
});

test("without scripts the story is whole, and nothing is offered that needs them", async () => {
  const { url } = await serve(sample());
  const page = await open({ javaScriptEnabled: false });
  await page.goto(url + IVANOV);
  expect(await page.locator(".text p").count()).toBeGreaterThan(10);
  expect(await page.getByRole("button").count()).toBe(0);
  await page.getByRole("link", { name: "World", exact: true }).first().click();
  expect(await page.locator("h1").textContent()).toBe("World");
});

test("a story prints whole, with its address, and without what is for the screen", async () => {
  const { url } = await serve(sample());
  const page = await open({ colorScheme: "dark" });
  await page.goto(url + IVANOV);
  const paragraphs = await page.locator(".text p").allTextContents();
  const { text } = await extractText(new Uint8Array(await page.pdf()), { mergePages: true });
  const printed = squeezed(text);
  for (const paragraph of paragraphs) expect(printed).toContain(squeezed(paragraph));
  for (const shown of [
    "By Dateline Rome Bureau",
    "Last Updated: 07/27/2016",
    `dateline.example${IVANOV}`,
  ]) {
    expect(printed).toContain(squeezed(shown));
  }
  for (const hidden of ["Technology", "Search", "Share", "Latest updates"]) {
    expect(printed).not.toContain(squeezed(hidden));
  }
});

test("the front page prints as a page one, with the lead beside what is second", async () => {
  const { url } = await serve(sample());
  const page = await open({ viewport: { width: 794, height: 1123 } });
  await page.goto(url);
  const seconds = await page.locator(".seconds h2").allTextContents();
  const { text, totalPages } = await extractText(
    new Uint8Array(await page.pdf({ format: "Letter" })),
    { mergePages: true },
  );
  expect(totalPages).toBe(1);
  for (const shown of seconds.slice(0, 3)) expect(squeezed(text)).toContain(squeezed(shown));

  await page.emulateMedia({ media: "print" });
  const [lead, second] = await Promise.all(
    [".lead", ".seconds"].map((part) => page.locator(part).boundingBox()),
  );
  if (!lead || !second) throw new Error("There is no page one.");
  expect(lead.x + lead.width).toBeLessThan(second.x);
});

/** Lines and pages are broken anywhere. */
function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00ad-]+/g, "");
}

/** How many rules a browser understands of a stylesheet, beside those without a block of their own. */
const RULES_WITH_BLOCKS = `(function count(rules) {
  return [...rules].reduce((sum, rule) => {
    const isBlock = !/^CSS(LayerStatement|NestedDeclarations)/.test(rule.constructor.name);
    return sum + (isBlock ? 1 : 0) + count(rule.cssRules ?? []);
  }, 0);
})(document.querySelector("link[rel=stylesheet]").sheet.cssRules)`;

test("the browser understands every rule of the stylesheet", async () => {
  const { url } = await serve(sample());
  const page = await open();
  await page.goto(url + IVANOV);
  const file = await page.locator("link[rel=stylesheet]").getAttribute("href");
  const text = await (await page.request.get(url + file)).text();
  expect(await page.evaluate(RULES_WITH_BLOCKS)).toBe(text.split("{").length - 1);
});

test("Arabic and Japanese stories have typefaces and leading of their own, which lists do not load", async () => {
  const { url, requests } = await serve(sample());
  const page = await open();
  await page.goto(`${url}/world/`, { waitUntil: "networkidle" });
  expect(await page.locator('h2 [lang="ar"]').count()).toBe(1);
  expect(requests.filter((path) => path.includes("naskh"))).toEqual([]);
  const typeface = styleOf(".text p", "fontFamily");
  const leading = `parseFloat(${styleOf(".standfirst", "lineHeight")}) / parseFloat(${styleOf(".standfirst", "fontSize")})`;
  await page.goto(`${url}/2001/06/wilaya-thaniya-li-kofi-annan/`);
  expect(await page.evaluate(typeface)).toMatch(/^"Dateline Naskh"/);
  expect(await page.evaluate(leading)).toBeCloseTo(1.8);
  await page.goto(`${url}/2001/07/saninsen-koizumi-renritsu-ga-kahansu/`);
  expect(await page.evaluate(typeface)).toContain('"Noto Serif CJK JP"');
  expect(await page.evaluate(leading)).toBeCloseTo(1.8);
  await page.goto(url + IVANOV);
  expect(await page.evaluate(leading)).toBeCloseTo(1.4);
});
