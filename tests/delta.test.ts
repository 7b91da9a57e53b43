import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { updateSearch } from "../src/update-search.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { histories, Play } from "./support/histories.ts";
import { commit, Machine } from "./support/machine.ts";
import { filesOf, paperFrom, TestPaper } from "./support/paper-from.ts";
import { runDateline } from "./support/run-dateline.ts";
import { runDying, spread, writesOf } from "./support/run-dying.ts";
import { Target } from "./support/target.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";

// More and other histories: DATELINE_RUNS=1000 DATELINE_SEED=2 npx vitest run tests/delta.test.ts
const RUNS = Number(process.env.DATELINE_RUNS ?? 8);
const SEED = Number(process.env.DATELINE_SEED ?? 20010719);

const STORM = "stories/2026/08/storm.md";
const CALM = "stories/2026/08/calm.md";

function stormPaper(): TestPaper {
  return paperFrom(`
-- media/harbor.svg --
${UNDRAWN_SVG}
-- static/old.d --
A file.
-- ${STORM} --
---
headline: Storm nears
section: world
published: 2026-08-01T09:00Z
image: { src: harbor.svg, alt: The harbor }
---
Winds rise [after a calm](/2026/08/calm/).
-- ${CALM} --
---
headline: All calm
section: science
published: 2026-08-02T09:00Z
---
Winds fall.
`);
}

/** The folder in which a build with --delta finds the paper's content and cache, and nothing else. */
function elsewhere(paper: TestPaper): TestPaper {
  return Object.assign(new TestPaper(paper.folder), {
    outputFolder: join(paper.folder, "delta/_site"),
    cacheFolder: join(paper.folder, "delta.cache"),
    now: paper.now,
  });
}

/** Builds what changed and sends it; what does not fit is told. */
async function deliver(paper: TestPaper, target: Target): Promise<string[]> {
  const machine = elsewhere(paper);
  rmSync(machine.outputFolder, { recursive: true, force: true });
  const report = await machine.build({ isDelta: true });
  return target.receive(machine.output(), { ...report, whole: report.isWhole });
}

const EDITS: Readonly<Record<string, (paper: TestPaper) => void>> = {
  "a story is added": (paper) =>
    paper.write("stories/2026/09/flood.md", paper.read(STORM).replace("2026-08", "2026-09")),
  "a story is changed": (paper) => paper.edit(STORM, "Storm nears", "Storm hits"),
  "a story is removed": (paper) => paper.remove(CALM),
  "a story is withdrawn": (paper) =>
    paper.edit(STORM, "headline", "status: withdrawn\nreason: There was none.\nheadline"),
  "a story becomes a draft": (paper) => paper.edit(STORM, "headline", "status: draft\nheadline"),
  "a picture is replaced": (paper) =>
    paper.write("media/harbor.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`),
  "a folder stands where a file was": (paper) => {
    paper.remove("static/old.d");
    paper.write("static/old.d/index.html", "A folder.");
  },
  "the paper has another name": (paper) => paper.edit("site.yaml", "Daily Test", "Nightly Test"),
  "nothing happens": () => {},
};

test.each(Object.entries(EDITS))(
  "%s: readers elsewhere have what a full build gives",
  async (_, edit) => {
    const paper = stormPaper();
    const target = new Target();
    await deliver(paper, target);
    edit(paper);

    expect(await deliver(paper, target)).toEqual([]);
    expect(differences(target.files, await fullOutput(paper))).toEqual([]);
  },
);

test("the page of a story that has an error now stays with readers, untold", async () => {
  const paper = stormPaper();
  const target = new Target();
  await deliver(paper, target);
  const before = new Map(target.files);
  paper.edit(STORM, "section: world", "section: nowhere");

  expect(await deliver(paper, target)).toEqual([]);
  expect(target.files).toEqual(before);
});

test("through any history, readers elsewhere have what is in an output folder", {
  timeout: RUNS * 60_000,
}, async () => {
  let deltas = 0;
  const property = fc.asyncProperty(histories({ days: 6 }), async (history) => {
    const target = new Target();
    await Play.through(history, async ({ paper }) => {
      const faults = await deliver(paper, target);
      if (target.files.size > 0) deltas++;
      return [...faults, ...differences(target.files, paper.output())];
    });
  });
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 2), seed: SEED });
  expect(deltas).toBeGreaterThan(RUNS);
});

test("a new page is rendered once, as nobody can see it before the pages that it links to", async () => {
  const paper = stormPaper();
  await elsewhere(paper).build({ isDelta: true });
  rmSync(elsewhere(paper).outputFolder, { recursive: true });
  EDITS["a story is added"]?.(paper);

  const { rendered, changes } = await elsewhere(paper).build({ isDelta: true });
  expect(changes.added).toContain("/2026/09/flood/");
  expect(rendered).toBe(changes.added.length + changes.changed.length);
});

test("whenever a build is killed, the next one sends all that its readers do not have", async () => {
  const base = stormPaper();
  const target = new Target();
  await deliver(base, target);
  rmSync(elsewhere(base).outputFolder, { recursive: true });
  base.edit(STORM, "Storm nears", "Storm hits");
  base.remove(CALM);
  const writes = await writesOf(elsewhere(copyOf(base, "lived")), { isDelta: true });

  for (const diesAt of spread(writes, 2)) {
    const paper = copyOf(base, `killed-${diesAt}`);
    const told = await runDying(elsewhere(paper), diesAt, { isDelta: true });
    if (told !== "") continue;
    const readers = new Target();
    readers.files = new Map(target.files);
    await deliver(paper, readers);
    const when = `killed at write ${diesAt}, ${writes[diesAt - 1]?.name}`;
    expect.soft(differences(readers.files, await fullOutput(paper)), when).toEqual([]);
  }
}, 120_000);

function copyOf(base: TestPaper, name: string, parts = ["content", "delta.cache"]): TestPaper {
  const paper = new TestPaper(join(base.folder, name));
  for (const part of parts) {
    const to = join(paper.folder, part);
    cpSync(join(base.folder, part), to, { recursive: true, preserveTimestamps: true });
  }
  return paper;
}

describe("the search index of readers elsewhere", () => {
  /** Where the paper and its index stand, and the machine that has their archive alone. */
  async function searchedElsewhere(): Promise<[TestPaper, TestPaper, Target]> {
    const paper = stormPaper();
    paper.write("stories/2001/07/fish.md", paper.read(CALM).replaceAll("2026-08", "2001-07"));
    paper.edit(STORM, "2026-08-01", "2026-07-01");
    await paper.build();
    await updateSearch(paper, paper.now);
    const target = new Target();
    target.files = paper.output();
    return [paper, Object.assign(elsewhere(paper), { cacheFolder: paper.cacheFolder }), target];
  }

  const indexOf = (files: ReadonlyMap<string, string>) =>
    new Map([...files].filter(([file]) => file.startsWith("search/bundles/")));

  test.each<[string, (paper: TestPaper) => void]>([
    ["withdrawn", EDITS["a story is withdrawn"] as (paper: TestPaper) => void],
    ["removed", (paper) => paper.remove(STORM)],
    ["made a draft", EDITS["a story becomes a draft"] as (paper: TestPaper) => void],
    ["embargoed", (paper) => paper.edit(STORM, "section", "embargo: 2027-01-01T09:00Z\nsection")],
    [
      "the only one left",
      (paper) => [STORM, CALM, "stories/2001/07/fish.md"].map((path) => paper.remove(path)),
    ],
  ])("loses a story that is %s as an index beside its pages does", async (_what, edit) => {
    const [paper, machine, target] = await searchedElsewhere();
    const there = copyOf(paper, "there", ["content", ".cache", "_site"]);
    edit(paper);
    edit(there);
    await there.build();

    const report = await machine.build({ isDelta: true });
    expect(target.receive(machine.output(), { ...report, whole: report.isWhole })).toEqual([]);
    expect(indexOf(target.files)).toEqual(indexOf(there.output()));
  });

  test("is made again beside the pages, with the other stories of its month", async () => {
    const [paper, machine] = await searchedElsewhere();
    paper.write("stories/2026/07/rain.md", paper.read(CALM).replace("2026-08-02", "2026-07-02"));
    await paper.build();
    await updateSearch(paper, paper.now);
    paper.remove(STORM);
    await machine.build({ isDelta: true });
    await paper.build();
    expect(await updateSearch(paper, paper.now)).toMatchObject({ made: ["2026-07"], stories: 1 });
  });

  test("loses the story where the pages came and the index did not", async () => {
    const [paper, machine, target] = await searchedElsewhere();
    paper.remove(STORM);
    const report = await machine.build({ isDelta: true });
    target.receive(machine.output(), { ...report, whole: report.isWhole });
    for (const [file] of paper.output()) {
      const isGone = !target.files.has(file) && !file.startsWith("search/bundles/");
      if (isGone) rmSync(join(paper.outputFolder, file));
    }
    for (const [file] of machine.output()) {
      if (file.startsWith("search/bundles/")) continue;
      cpSync(join(machine.outputFolder, file), join(paper.outputFolder, file));
    }
    await paper.build();
    expect(indexOf(paper.output())).toEqual(indexOf(target.files));
  });

  test("is never said to have a bundle whose files a killed search took away", async () => {
    const [paper] = await searchedElsewhere();
    const editedCopy = async (name: string) => {
      const copy = copyOf(paper, name, ["content", ".cache", "_site"]);
      copy.edit(CALM, "Winds fall", "Winds fell");
      await copy.build();
      return copy;
    };
    const writes = await writesOf(await editedCopy("whole"), { isSearch: true });
    for (const diesAt of spread(writes, 2)) {
      const killed = await editedCopy(String(diesAt));
      await runDying(killed, diesAt, { isSearch: true });
      killed.remove(STORM);
      const machine = Object.assign(elsewhere(killed), { cacheFolder: killed.cacheFolder });
      const report = await machine.build({ isDelta: true });
      const target = new Target();
      target.files = killed.output();
      target.receive(machine.output(), { ...report, whole: report.isWhole });
      expect([diesAt, missingIndexes(target.files)]).toEqual([diesAt, []]);
    }
  });

  function missingIndexes(files: ReadonlyMap<string, string>): string[] {
    const { languages } = JSON.parse(files.get("search/bundles/pagefind-entry.json") as string);
    return Object.values<{ hash: string }>(languages)
      .map(({ hash }) => `search/bundles/pagefind.${hash}.pf_meta`)
      .filter((file) => !files.has(file));
  }
});

describe("a build into the whole output folder", () => {
  test("mends it after one with --delta went elsewhere", async () => {
    const paper = stormPaper();
    await paper.build();
    paper.edit(STORM, "Storm nears", "Storm hits");
    const delta = Object.assign(elsewhere(paper), { cacheFolder: paper.cacheFolder });
    expect(await delta.build({ isDelta: true })).toMatchObject({ isWhole: false });

    const { changes } = await paper.build();
    expect(changes.changed).toContain("/2026/08/storm/");
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
    expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
  });

  test("fills what was a delta", async () => {
    const paper = stormPaper();
    await paper.build();
    paper.edit(STORM, "Storm nears", "Storm hits");
    const delta = Object.assign(elsewhere(paper), { cacheFolder: paper.cacheFolder });
    await delta.build({ isDelta: true });

    await delta.build();
    expect(differences(delta.output(), await fullOutput(paper))).toEqual([]);
  });
});

describe("everything is written, and said to be", () => {
  test.each<[string, (paper: TestPaper) => unknown]>([
    ["where the cache is lost", ({ cacheFolder }) => rmSync(cacheFolder, { recursive: true })],
    [
      "where another folder was to be filled",
      ({ contentFolder, cacheFolder, folder }) => {
        const folders = ["--content", contentFolder, "--cache", cacheFolder, "--output", "other"];
        expect(runDateline(folder, ["record", ...folders]).code).toBe(0);
      },
    ],
    [
      "where a build was killed on the way",
      (paper) => {
        paper.edit("site.yaml", "The Daily Test", "The Nightly Test");
        return runDying(paper, 5, { kind: "rename" });
      },
    ],
  ])("%s", async (_, lose) => {
    const paper = stormPaper();
    await paper.build();
    await lose(paper);
    const folders = ["--content", paper.contentFolder, "--cache", paper.cacheFolder];
    const { stderr, stdout } = runDateline(paper.folder, [
      ...["build", "--delta", "--json", "--now", "2026-11-24T12:00Z"],
      ...[...folders, "--output", "delta"],
    ]);
    expect(stderr).toContain("delta holds the whole paper, to be put in its place.");
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      changes: { changed: [], removed: [] },
    });
    expect(filesOf(join(paper.folder, "delta"))).toEqual(await fullOutput(paper));
  });
});

test("the archive's file is all that a cache needs to hold", () => {
  const paper = stormPaper();
  commit(paper);
  const first = new Machine(paper, "first");
  first.run("build");
  expect(readdirSync(join(first.folder, ".cache"))).toEqual(["archive.sqlite", "pictures"]);

  paper.edit(STORM, "Storm nears", "Storm hits");
  commit(paper);
  const second = new Machine(paper, "second").restoreCache(first);
  const report = second.run("build", "--delta");
  expect(report).toMatchObject({ whole: false, queued: 0 });
  expect([...second.files().keys()].sort()).toEqual([
    "2026/08/01/index.html",
    "2026/08/01/ninjs.json",
    "2026/08/index.html",
    "2026/08/storm/index.html",
    "atom.xml",
    "feed.json",
    "feed.xml",
    "index.html",
    "latest.json",
    "latest/index.html",
    "world/2026/08/index.html",
    "world/atom.xml",
    "world/feed.json",
    "world/feed.xml",
    "world/index.html",
    "world/latest.json",
    "world/ninjs.json",
  ]);
  expect(readdirSync(join(second.folder, ".cache"))).toEqual(["archive.sqlite"]);
});

test("what changed is not written where something is already", async () => {
  const paper = stormPaper();
  await paper.build();
  const before = paper.output();
  paper.edit(STORM, "Storm nears", "Storm hits");

  const { code, stderr } = runDateline(paper.folder, ["build", "--delta"]);
  expect(stderr).toContain("_site is not empty. With --delta");
  expect(code).toBe(2);
  expect(paper.output()).toEqual(before);
});
