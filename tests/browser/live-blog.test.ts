import { beforeEach, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { type Controlled, serveControlled } from "../support/controlled-server.ts";
import { type LivePage, openLive } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";

const open = useBrowser();

const POLLS = "stories/2026/11/polls.md";
const ADDRESS = "/2026/11/polls/";

/** The fourteen posts of a day, whose first said little. */
const POSTS = Array.from({ length: 14 }, (_, index) => 13 - index).map(
  (hour) => `## 2026-11-24 ${String(hour).padStart(2, "0")}:00 Hour ${hour}

${"Votes are counted. ".repeat(12)}
`,
);

const SOURCE = `-- ${POLLS} --
---
headline: Rome goes to the polls
kind: live
section: world
published: 2026-11-24T00:00
---
Italy votes.

- Polls close at 11.

${POSTS.join("\n")}`;

let paper: TestPaper;
let server: Controlled;
let live: LivePage;

/** Somebody who reads the posts of the afternoon. */
beforeEach(async () => {
  paper = paperFrom(SOURCE);
  paper.now = Temporal.Instant.from("2026-11-24T19:00Z").epochMilliseconds;
  await paper.build();
  server = await serveControlled(paper.outputFolder);
  live = await openLive(open, server.url + ADDRESS, paper.now);
  await live.page.getByText("Hour 9").evaluate((heading) => heading.scrollIntoView());
});

const asked = () => server.answers.filter((answer) => answer.includes("live.json")).length;

async function nextAnswer(): Promise<void> {
  const before = asked();
  await expect.poll(async () => live.wait(15).then(asked)).toBeGreaterThan(before);
}

const pill = () => live.page.locator(".pill").textContent();
const titles = () => live.page.locator(".post h3 > span:not(.new)").allTextContents();
const [FIRST] = POSTS as [string];

test("new posts wait in a pill, which moves nothing; pressed, it leads to them", async () => {
  paper.edit(POLLS, FIRST, `## 2026-11-24 13:50 Exit polls\n\nToo close.\n\n${FIRST}`);
  await paper.build();
  await nextAnswer();
  await expect.poll(pill).toBe("1 new update");
  expect(await titles()).toHaveLength(14);
  expect(await live.shift()).toBe(0);
  const title = await live.page.title();
  await live.hide();
  expect(await live.page.title()).toBe(`(1) ${title}`);
  await live.comeBack();

  await live.page.getByRole("button", { name: "1 new update" }).press("Enter");
  await expect.poll(titles).toHaveLength(15);
  expect((await titles())[0]).toBe("Exit polls");
  expect(await live.page.locator(".post").first().locator(".new").textContent()).toContain("New");
  expect(await live.page.evaluate("document.activeElement.closest('.post').id")).toBe("post-1350");
  await expect.poll(() => live.page.getByText("Too close.").isVisible()).toBe(true);
  expect(live.page.faults).toEqual({ errors: [], foreign: [] });
});

test("a corrected post changes and one that is taken back goes, in place, and others stay where they are", async () => {
  paper.edit(POLLS, "Hour 13", "Hour thirteen");
  paper.edit(POLLS, "Polls close at 11.", "Polls close at 10.");
  await paper.build();
  await nextAnswer();
  await expect.poll(async () => (await titles())[0]).toBe("Hour thirteen");
  await live.page.getByText("Polls close at 10.").waitFor();
  await live.rest();
  paper.edit(POLLS, FIRST.replace("Hour 13", "Hour thirteen"), "");
  await paper.build();
  await nextAnswer();
  await expect.poll(titles).toHaveLength(13);
  expect(await pill()).toBe("");
  expect(await live.shift()).toBe(0);
});

test("when the next day begins, its posts take the place of the others on being asked for", async () => {
  paper.now += 24 * 60 * 60 * 1000;
  paper.edit(POLLS, FIRST, `## 2026-11-25 08:00 A new day\n\nAll counted.\n\n${FIRST}`);
  await paper.build();
  await nextAnswer();
  await expect.poll(pill).toBe("1 new update");
  expect(await titles()).toHaveLength(14);
  await live.page.getByRole("button", { name: "1 new update" }).click();
  await expect.poll(titles).toEqual(["A new day"]);
  expect(await live.page.locator("#posts").textContent()).toBe("Wednesday, Nov. 25, 2026");
});

test("when it is over it says so, and nothing is asked any more", async () => {
  expect(await live.page.locator(".opening .label").textContent()).toBe("Live");
  paper.edit(POLLS, "kind: live", "kind: live\nended: 2026-11-24T13:55");
  await paper.build();
  await nextAnswer();
  await expect.poll(() => live.page.locator(".opening .label").textContent()).not.toBe("Live");
  const before = asked();
  await live.wait(300);
  await live.page.evaluate("fetch('/')");
  expect(asked()).toBe(before);
});
