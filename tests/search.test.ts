import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { updateSearch } from "../src/update-search.ts";
import { filesOf, paperFrom, type TestPaper } from "./support/paper-from.ts";
import { runDying, spread, writesOf } from "./support/run-dying.ts";

const PAPER = `
-- stories/2001/07/fish.md --
---
headline: Fish return
section: science
published: 2001-07-19T09:30
---
Herring swam past the coast.
-- stories/2026/10/moon.md --
---
headline: Moon seen
section: science
published: 2026-10-02T09:30
---
It shone over the observatory.
-- stories/2026/11/storm.md --
---
headline: Storm nears
section: world
published: 2026-11-01T09:30
---
Winds rise on the ocean.
`;

const search = (paper: TestPaper, isFull = false) => updateSearch(paper, paper.now, isFull);

async function searchedPaper(files = PAPER): Promise<TestPaper> {
  const paper = paperFrom(files);
  await paper.build();
  await search(paper);
  return paper;
}

/** Files of the search index, and their bytes. */
function indexOf(paper: TestPaper): Map<string, string> {
  const folder = join(paper.outputFolder, "search/bundles");
  return existsSync(folder) ? filesOf(folder) : new Map();
}

/** Names of the bundles that readers search, and the headlines that they find there. */
function bundlesOf(paper: TestPaper): Record<string, string[]> {
  const files = indexOf(paper);
  const { languages } = JSON.parse(files.get("pagefind-entry.json") ?? '{"languages":{}}');
  return Object.fromEntries(
    Object.keys(languages).map((tag) => [tag, headlinesOf(files, `fragment/${tag}_`)]),
  );
}

function headlinesOf(files: ReadonlyMap<string, string>, prefix: string): string[] {
  return [...files].flatMap(([file, bytes]) => {
    if (!file.startsWith(prefix)) return [];
    const text = gunzipSync(Buffer.from(bytes, "latin1")).toString();
    return [JSON.parse(text.slice("pagefind_dcd".length)).meta.title];
  });
}

/** All words of the index's files that may hold some. */
function wordsOf(paper: TestPaper): string {
  return [...indexOf(paper)]
    .filter(([file]) => /^(fragment|index|filter)\//.test(file))
    .map(([, bytes]) => gunzipSync(Buffer.from(bytes, "latin1")).toString())
    .join(" ");
}

test("a year that is over is one bundle, of the year that is not each month is one", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  const report = await search(paper);
  expect(report).toEqual({
    made: ["2026-11", "2026-10", "2001"],
    removed: [],
    bundles: 3,
    stories: 3,
  });
  expect(bundlesOf(paper)).toEqual({
    "en-x-2026-11": ["Storm nears"],
    "en-x-2026-10": ["Moon seen"],
    "en-x-2001": ["Fish return"],
  });
});

test("in January the months become a year", async () => {
  const paper = await searchedPaper();
  paper.now = Temporal.Instant.from("2027-01-01T12:00Z").epochMilliseconds;
  await paper.build();
  const report = await search(paper);
  expect(report).toMatchObject({ made: ["2026"], removed: ["2026-10", "2026-11"], bundles: 2 });
  expect(Object.keys(bundlesOf(paper))).toEqual(["en-x-2026", "en-x-2001"]);
  expect(bundlesOf(paper)["en-x-2026"]?.sort()).toEqual(["Moon seen", "Storm nears"]);
  expect([...indexOf(paper).keys()].filter((file) => file.includes("2026-1"))).toEqual([]);
});

test("a story that changes has its own bundle made again, and no other", async () => {
  const paper = await searchedPaper();
  const before = indexOf(paper);
  paper.edit("stories/2026/10/moon.md", "observatory", "lighthouse");
  await paper.build();
  expect((await search(paper)).made).toEqual(["2026-10"]);
  expect(wordsOf(paper)).toContain("lighthouse");
  expect(wordsOf(paper)).not.toContain("observatory");
  const others = (files: Map<string, string>) =>
    [...files].filter(([file]) => /x-(2001|2026-11)_/.test(file));
  expect(others(indexOf(paper))).toEqual(others(before));
});

test("of a live blog all days are found, and a scheduled post when its time has come", async () => {
  const paper = await searchedPaper(`
-- stories/2026/11/polls.md --
---
headline: Voters decide
published: 2026-11-22
kind: live
---
## 2026-11-24 08:00

A result from Zurich.

## 2026-11-23 09:00

Ballots in Oslo.

## 2026-11-22 09:00

Queues in Paris.
`);
  expect(wordsOf(paper)).toMatch(/oslo.*paris/is);
  expect(wordsOf(paper)).not.toMatch(/zurich/i);
  paper.now = Temporal.Instant.from("2026-11-24T13:00Z").epochMilliseconds;
  await paper.build();
  expect((await search(paper)).made).toEqual(["2026-11"]);
  expect(wordsOf(paper)).toMatch(/zurich/i);
  expect((await search(paper)).made).toEqual([]);
});

test("with nothing changed nothing is made, and another paper of the same stories gets the same bytes", async () => {
  const paper = await searchedPaper();
  expect((await search(paper)).made).toEqual([]);
  expect(indexOf(await searchedPaper())).toEqual(indexOf(paper));
});

test("a story whose day moves leaves one bundle for the other", async () => {
  const paper = await searchedPaper();
  paper.edit("stories/2026/10/moon.md", "2026-10-02", "2026-11-02");
  await paper.build();
  expect(await search(paper)).toMatchObject({ made: ["2026-11"], removed: ["2026-10"] });
  expect(Object.keys(bundlesOf(paper))).toEqual(["en-x-2026-11", "en-x-2001"]);
});

test("each language is an index of its own, and all share the code", async () => {
  const paper = paperFrom(PAPER);
  paper.edit("stories/2026/11/storm.md", "section: world", "section: world\nlanguage: ja-JP");
  await paper.build();
  await search(paper);
  expect(Object.keys(bundlesOf(paper))).toEqual(["ja-x-2026-11", "en-x-2026-10", "en-x-2001"]);
  const code = [...indexOf(paper).keys()].filter((file) => file.startsWith("wasm."));
  expect(code).toEqual(["wasm.en.pagefind", "wasm.unknown.pagefind"]);
});

test.each([
  ["withdrawn", (paper: TestPaper) => withStatus(paper, "withdrawn\nreason: It was wrong.")],
  ["made a draft", (paper: TestPaper) => withStatus(paper, "draft")],
  ["given a status that can't be read", (paper: TestPaper) => withStatus(paper, "redy")],
  ["removed", (paper: TestPaper) => paper.remove("stories/2026/10/moon.md")],
  ["renamed", (paper: TestPaper) => paper.move("stories/2026/10/moon.md", "stories/2026/10/m.md")],
])("a story that is %s leaves the search with its page", async (_what, edit) => {
  const paper = await searchedPaper();
  expect(wordsOf(paper)).toContain("observatory");
  edit(paper);
  await paper.build();
  expect(Object.keys(bundlesOf(paper))).toEqual(["en-x-2026-11", "en-x-2001"]);
  expect(wordsOf(paper)).not.toContain("observatory");
  expect([...indexOf(paper).keys()].filter((file) => file.includes("2026-10"))).toEqual([]);
});

function withStatus(paper: TestPaper, status: string): void {
  paper.edit("stories/2026/10/moon.md", "section: science", `section: science\nstatus: ${status}`);
}

test("where the cache is lost, so is the index that it can't vouch for", async () => {
  const paper = await searchedPaper();
  rmSync(paper.cacheFolder, { recursive: true });
  await paper.build();
  expect(bundlesOf(paper)).toEqual({});
  expect(wordsOf(paper)).toBe("");
  expect((await search(paper)).made).toEqual(["2026-11", "2026-10", "2001"]);
});

test("a build that walks the output folder leaves the index alone", async () => {
  const paper = await searchedPaper();
  const before = indexOf(paper);
  await paper.build({ isFull: true });
  expect(indexOf(paper)).toEqual(before);
  expect((await search(paper)).made).toEqual([]);
});

test("bundles that somebody removed are made again", async () => {
  const paper = await searchedPaper();
  const before = indexOf(paper);
  rmSync(join(paper.outputFolder, "search/bundles"), { recursive: true });
  expect((await search(paper)).made).toEqual(["2026-11", "2026-10", "2001"]);
  expect(indexOf(paper)).toEqual(before);
});

test("everything is made again where that is asked for", async () => {
  const paper = await searchedPaper();
  expect((await search(paper, true)).made).toEqual(["2026-11", "2026-10", "2001"]);
});

test("nothing is indexed that the folder does not hold", async () => {
  const paper = await searchedPaper();
  paper.edit("stories/2026/10/moon.md", "observatory", "lighthouse");
  await paper.build({ isRecordOnly: true });
  await expect(search(paper)).rejects.toThrow(paper.outputFolder);
  await paper.build();
  renameSync(paper.outputFolder, `${paper.outputFolder}.moved`);
  mkdirSync(paper.outputFolder);
  await expect(search(paper)).rejects.toThrow(paper.outputFolder);
});

test("a search step that is killed leaves an index that works, and the next one ends its work", async () => {
  const paper = await searchedPaper();
  const edit = async (number: number) => {
    paper.edit("stories/2026/10/moon.md", /It shone.*/, `It shone for the ${number}th time.`);
    await paper.build();
  };
  await edit(1000);
  const writes = await writesOf(paper, { isSearch: true });
  for (const diesAt of spread(writes, 2)) {
    const before = indexOf(paper);
    await edit(diesAt);
    await runDying(paper, diesAt, { isSearch: true });
    const killed = indexOf(paper);
    await search(paper);
    const after = indexOf(paper);
    const isWhole = [before, after].some((index) =>
      [...index].every(([file, bytes]) => killed.get(file) === bytes),
    );
    expect([writes[diesAt - 1]?.name, isWhole]).toEqual([writes[diesAt - 1]?.name, true]);
    expect(wordsOf(paper).match(/ \d+th /g)).toEqual([` ${diesAt}th `]);
  }
});

/** A story is where no bundle is for it: the old one went with its old page. */
async function movedPaper(): Promise<TestPaper> {
  const paper = await searchedPaper();
  paper.move("stories/2026/10/moon.md", "stories/2026/10/planet.md");
  await paper.build();
  return paper;
}

test("what a killed search step left behind goes with its story too", async () => {
  const paper = await movedPaper();
  const writes = await writesOf(await movedPaper(), { kind: "rename", isSearch: true });
  await runDying(paper, writes.length, { kind: "rename", isSearch: true });
  expect(wordsOf(paper)).toContain("observatory");
  paper.edit("stories/2026/10/planet.md", "section: science", "section: science\nstatus: draft");
  await paper.build();
  expect(wordsOf(paper)).not.toContain("observatory");
});
