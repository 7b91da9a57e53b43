import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { serveControlled } from "../support/controlled-server.ts";
import { type LivePage, openLive } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";

const open = useBrowser();

const MINUTE = 60_000;

/** A story, so many minutes before noon. */
const story = (headline: string, minutes: number, keys = "section: world") => `---
headline: ${headline}
dateline: NORFOLK, Va.
summary: Winds rise along the coast.
published: ${new Date(Date.UTC(2026, 10, 24, 12) - minutes * MINUTE).toISOString()}
${keys}
---
Winds rise.
`;

/** Thirty storms, the newest ten minutes old, one more each hour before. */
async function stormyPaper(count = 30): Promise<TestPaper> {
  const paper = paperFrom("");
  for (let number = 1; number <= count; number++) {
    paper.write(path(number), story(`Storm ${number}`, 10 + 60 * (count - number)));
  }
  await paper.build();
  return paper;
}

const path = (number: number) => `stories/2026/11/storm-${number}.md`;

/** The newsroom publishes some more. */
async function publish(paper: TestPaper, ...headlines: string[]): Promise<void> {
  for (const [index, headline] of headlines.entries()) {
    const slug = headline.toLowerCase().replaceAll(" ", "-");
    paper.write(`stories/2026/11/${slug}.md`, story(headline, 5 - index));
  }
  await paper.build();
}

const headlines = ({ page }: LivePage) => page.locator("article h2").allTextContents();
const pill = ({ page }: LivePage) => page.getByRole("status").first();

test("new stories wait in a pill, which moves nothing and is said once; pressed, it brings them in", async () => {
  const paper = await stormyPaper();
  const { url, answers } = await serveControlled(paper.outputFolder);
  const live = await openLive(open, `${url}/latest/`, paper.now);
  await live.page.evaluate("scrollTo(0, 900)");
  await live.wait(75);
  await expect.poll(() => answers.filter((answer) => answer.includes("latest.json"))).toEqual(["GET /latest.json 200"]);

  await publish(paper, "Calm", "Sun", "Rain");
  await live.wait(75);
  await expect.poll(() => pill(live).textContent()).toBe("3 new updates");
  expect(await headlines(live)).toHaveLength(30);
  expect(await live.shift()).toBe(0);
  await live.wait(150);
  await pill(live).getByRole("button").click();
  expect((await headlines(live)).slice(0, 4)).toEqual(["New Rain", "New Sun", "New Calm", "Storm 30"]);
  expect(await pill(live).textContent()).toBe("");
  expect(await live.page.locator("article").first().boundingBox()).toMatchObject({ y: expect.any(Number) });
  expect(await live.shift()).toBe(0);
  expect(live.page.faults).toEqual({ errors: [], foreign: [] });
});
