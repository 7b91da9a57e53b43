import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { type Controlled, serveControlled } from "../support/controlled-server.ts";
import { LivePage } from "../support/live-page.ts";
import { paperFrom, type TestPaper } from "../support/paper-from.ts";

const open = useBrowser();

const STORM = "stories/2026/11/storm.md";
const ADDRESS = "/2026/11/storm/";

const SOURCE = `-- ${STORM} --
---
headline: Storm nears
published: 2026-11-24T09:00Z
---
${"Winds rise along the coast.\n\n".repeat(60)}
`;

interface Reader {
  readonly paper: TestPaper;
  readonly server: Controlled;
  readonly live: LivePage;
}

/** Somebody in the middle of a story. */
async function reader(): Promise<Reader> {
  const paper = paperFrom(SOURCE);
  await paper.build();
  const server = await serveControlled(paper.outputFolder);
  const live = new LivePage(await open());
  await live.watchShift();
  await live.page.goto(server.url + ADDRESS, { waitUntil: "networkidle" });
  await live.page.evaluate("scrollTo({ top: 500, behavior: 'instant' })");
  return { paper, server, live };
}

const heads = ({ answers }: Controlled) => answers.filter((answer) => answer.startsWith("HEAD"));

/** Goes to another tab and comes back. */
async function leaveAndComeBack({ live, server }: Reader): Promise<void> {
  const { length } = heads(server);
  await live.hide();
  await live.comeBack();
  await expect.poll(() => heads(server).length).toBe(length + 1);
}

const pill = ({ live }: Reader) => live.page.getByRole("status");
const UPDATED = "This story was updated. Load it again";

test("a story asks for nothing before the tab was hidden; then for its headers, and says so if it was updated", async () => {
  const me = await reader();
  const { paper, server, live } = me;
  const isLive = (answer: string) => /live\.\w+\.js|latest\.json|HEAD/.test(answer);
  expect(server.answers.filter(isLive)).toEqual([]);
  await live.hide();
  expect(server.answers.filter(isLive)).toEqual([]);
  await leaveAndComeBack(me);
  await leaveAndComeBack(me);
  expect(await pill(me).textContent()).toBe("");

  paper.edit(STORM, "Winds rise", "Winds fall");
  await paper.build();
  await leaveAndComeBack(me);
  await expect.poll(() => pill(me).textContent()).toBe(UPDATED);
  await leaveAndComeBack(me);
  expect(await live.page.evaluate("scrollY")).toBe(500);
  expect(await live.shift()).toBe(0);
  await live.page.getByRole("button", { name: UPDATED }).click();
  await live.page.getByText("Winds fall").waitFor();
  expect(live.page.faults).toEqual({ errors: [], foreign: [] });
});

test("a file that is another one, but says the same, is no update", async () => {
  const me = await reader();
  await leaveAndComeBack(me);
  appendFileSync(join(me.paper.outputFolder, ADDRESS, "index.html"), "\n");
  await leaveAndComeBack(me);
  const gets = () => me.server.answers.filter((answer) => answer === `GET ${ADDRESS} 200`);
  await expect.poll(gets).toHaveLength(2);
  await leaveAndComeBack(me);
  expect(await pill(me).textContent()).toBe("");
  expect(gets()).toHaveLength(2);
});

test("whoever comes back offline is told nothing, and is told later", async () => {
  const me = await reader();
  const { live, paper } = me;
  await leaveAndComeBack(me);
  paper.edit(STORM, "Storm nears", "Storm hits");
  await paper.build();
  await live.page.context().setOffline(true);
  const failed = live.page.waitForEvent("requestfailed");
  await live.hide();
  await live.comeBack();
  await failed;
  await live.page.context().setOffline(false);
  await leaveAndComeBack(me);
  await expect.poll(() => pill(me).textContent()).toBe(UPDATED);
});
