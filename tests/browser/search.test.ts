import { expect, test } from "vitest";
import { updateSearch } from "../../src/update-search.ts";
import { useBrowser } from "../support/browser.ts";
import { LAYOUT_SHIFT, violationsOf } from "../support/inspect-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";
import { type Served, serve } from "../support/serve.ts";

const open = useBrowser();

const STORM = (
  title: string,
  published: string,
  more = "section: world",
  text = "Winds rise.",
) => `---
headline: ${title}
${more}
published: ${published}
---
A storm is on its way. ${text}
`;

/** Storms: one each day of a November, twelve in 2001, one in 1999 in Russian. */
function stormyPaper(): TestPaper {
  const paper = paperFrom("");
  for (let day = 1; day <= 3; day++) {
    paper.write(
      `stories/2026/11/storm-${day}.md`,
      STORM(`Storm of November ${day}`, `2026-11-0${day}T09:30`),
    );
  }
  for (let month = 1; month <= 12; month++) {
    const name = String(month).padStart(2, "0");
    const section = month === 5 ? "section: science" : "section: world";
    paper.write(
      `stories/2001/${name}/storm.md`,
      STORM(`Storm number ${month} of 2001`, `2001-${name}-19`, section),
    );
  }
  paper.write(
    "stories/1999/08/shtorm.md",
    STORM("Шторм приближается", "1999-08-01", "language: ru", "Ветры усиливаются над портами."),
  );
  return paper;
}

async function publish(paper: TestPaper): Promise<Served> {
  await paper.build();
  await updateSearch(paper, paper.now);
  return await serve(paper.outputFolder);
}

test("a reader finds stories by keyboard alone, newest first, and goes on to older ones", async () => {
  const { url, requests } = await publish(stormyPaper());
  const page = await open();
  await page.goto(`${url}/search/`);

  await page.keyboard.press("/");
  await page.keyboard.type("storms");
  await page.keyboard.press("Enter");
  const status = page.getByRole("status");
  await expect
    .poll(() => status.textContent())
    .toBe("10 of 15 stories found from November 2026 back to 2001. There may be older ones.");
  const headlines = () => page.locator(".search-list h2").allTextContents();
  expect((await headlines()).slice(0, 4)).toEqual([
    "Storm of November 3",
    "Storm of November 2",
    "Storm of November 1",
    "Storm number 12 of 2001",
  ]);
  expect(await page.locator(".search-list time").first().textContent()).toBe(
    "Nov. 3, 2026, 9:30 a.m. EST",
  );
  expect(await page.locator("mark").first().textContent()).toBe("storm");
  expect(requests.filter((path) => path.includes("-x-1999"))).toEqual([]);

  expect(await page.evaluate(LAYOUT_SHIFT)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  for (const _stop of ["Search", "Section", "Year", "first result"])
    await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Storm of November 3");

  await page.getByRole("button", { name: "Older results" }).press("Enter");
  await expect
    .poll(() => status.textContent())
    .toBe("16 stories found from November 2026 back to 1999.");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Storm number 5 of 2001");
  expect(await page.locator(".search-older").isHidden()).toBe(true);

  await page.keyboard.press("Enter");
  await page.waitForURL(`${url}/2001/05/storm/`);
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("a search for a section and a year can be linked to", async () => {
  const { url } = await publish(stormyPaper());
  const page = await open();
  await page.goto(`${url}/search/?q=storm&year=2001`);
  const status = page.getByRole("status");
  await expect.poll(() => status.textContent()).toBe("10 of 12 stories found in 2001.");
  await page.getByLabel("Section", { exact: true }).selectOption("Science");
  await expect.poll(() => status.textContent()).toBe("1 story found in 2001.");
  expect(page.url()).toBe(`${url}/search/?q=storm&section=science&year=2001`);
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("what is no news is labelled, and headlines have the marks that they have elsewhere", async () => {
  const paper = paperFrom("");
  paper.write("stories/2026/11/storm.md", STORM("The storm's path", "2026-11-01"));
  paper.write(
    "stories/2026/11/shelter.md",
    STORM("Build shelters", "2026-11-02", "section: world\nkind: opinion"),
  );
  const { url } = await publish(paper);
  const page = await open();
  await page.goto(`${url}/search/?q=storm`);
  await page.getByRole("link", { name: "The storm’s path" }).waitFor();
  const items = page.locator(".search-list li");
  expect(await items.locator(".label").allTextContents()).toEqual(["Opinion"]);
  expect(await items.first().textContent()).toMatch(/^OpinionBuild shelters/);
  expect(await violationsOf(page)).toEqual([]);
});

test("words of another language are found by their stem", async () => {
  const { url } = await publish(stormyPaper());
  const page = await open();
  await page.goto(`${url}/search/?q=портов&year=1999`);
  const link = page.getByRole("link", { name: "Шторм приближается" });
  await link.waitFor();
  expect(await page.locator(".search-list h2").getAttribute("lang")).toBe("ru");
});

test("where scripts are off, the page leads to every year and section", async () => {
  const { url } = await publish(stormyPaper());
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`${url}/search/`);
  expect(await page.locator("noscript").textContent()).toContain("These lists lead to every story");
  expect(await page.locator(".search-form").isVisible()).toBe(false);
  const links = page.getByRole("region", { name: "Browse instead" }).getByRole("link");
  expect(await links.allTextContents()).toEqual(["World", "Science", "2026", "2001", "1999"]);
  expect(page.faults).toEqual({ errors: [], foreign: [] });
});

test("before there is an index, the page says so and leads on", async () => {
  const paper = stormyPaper();
  await paper.build();
  const { url } = await serve(paper.outputFolder);
  const page = await open();
  await page.goto(`${url}/search/?q=storm`);
  await expect.poll(() => page.getByRole("status").textContent()).toContain("can't be reached");
  expect(await page.getByRole("heading", { name: "Browse instead" }).isVisible()).toBe(true);
});
