import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { openArchive } from "../src/archive/open-archive.ts";
import { openRecordedArchive } from "../src/archive/open-recorded.ts";
import { countQueued, leaveQueue } from "../src/archive/stale-queue.ts";
import { git } from "./support/git.ts";
import { commit, Machine } from "./support/machine.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";
import { Target } from "./support/target.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";

function committedPaper(): TestPaper {
  const paper = paperFrom(`
-- authors/coast-desk.md --
---
name: Coast desk
kind: bureau
---
-- media/harbor.svg --
${UNDRAWN_SVG}
-- static/robots.txt --
User-agent: *
-- pages/about.md --
---
title: About us
---
We wrote about [the storm](/2026/08/storm/).
-- stories/2026/08/storm.md --
---
headline: Storm nears
section: world
byline: coast-desk
aliases: [/storm/]
published: 2026-08-01T09:00Z
image: { src: harbor.svg, alt: The harbor }
---
Winds rise on [a sunny day](/2026/07/sun-12/).
-- stories/2026/09/calm.md --
---
headline: All calm
published: 2026-12-02T09:00Z
---
Not yet.
`);
  for (let number = 10; number < 30; number++) {
    const head = `headline: Sun ${number}\nsection: science\ntopics: [Topic ${number % 5}]`;
    const text = `---\n${head}\npublished: 2026-07-${number}T09:00Z\n---\nIt shines.\n`;
    paper.write(`stories/2026/07/sun-${number}.md`, text);
  }
  commit(paper);
  return paper;
}

/** Machines, one for each share, that made their parts of what another recorded. */
function shardsOf(
  paper: TestPaper,
  recorder: Machine,
  count: number,
  prepare: (machine: Machine) => void = () => {},
): Machine[] {
  return Array.from({ length: count }, (_, index) => {
    const [share, part] = [`${index + 1}/${count}`, `part-${index + 1}`];
    const machine = new Machine(paper, `shard-${index + 1}`).restoreCache(recorder);
    prepare(machine);
    const shard = machine.run("build", "--shard", share, "--output", part);
    expect(shard.code).toBe(0);
    expect(shard.rendered).toBeGreaterThan(5);
    return machine;
  });
}

/** A machine that has the parts of all shards, and what it is to be told of them. */
function merger(paper: TestPaper, recorder: Machine, shards: readonly Machine[]) {
  const machine = new Machine(paper, "merger").restoreCache(recorder);
  const parts = shards.map((shard, index) => {
    machine.receive(shard, `part-${index + 1}`);
    return `part-${index + 1}`;
  });
  return { machine, parts };
}

function recorded(paper: TestPaper, ...flags: string[]): Machine {
  const recorder = new Machine(paper, "recorder");
  expect(recorder.run("record", ...flags)).toMatchObject({ code: 0, rendered: 0 });
  return recorder;
}

/** What every page says in a part, in place of what it should. */
function mark(machine: Machine, part: string): void {
  using database = new DatabaseSync(join(machine.folder, part, "part.sqlite"));
  database.exec("UPDATE pages SET content = 'from a part'");
}

test("recording publishes nothing, and a build then does what it would have done", () => {
  const paper = committedPaper();
  const recorder = recorded(paper);
  expect(readdirSync(recorder.folder).sort()).toEqual([".cache", "content"]);
  expect(readdirSync(join(recorder.folder, ".cache"))).toEqual(["archive.sqlite"]);

  const one = new Machine(paper, "one");
  const { changes } = one.run("build");
  const { queued, ...built } = recorder.run("build");
  expect([queued, built.changes]).toEqual([0, changes]);
  expect(recorder.files()).toEqual(one.files());
});

test("shards on machines of their own, merged, are one build", () => {
  const paper = committedPaper();
  const one = new Machine(paper, "one");
  const alone = one.run("build");
  const recorder = recorded(paper);
  const before = readFileSync(join(recorder.folder, ".cache/archive.sqlite"));
  const shards = shardsOf(paper, recorder, 4);
  for (const { folder } of shards) {
    expect(readdirSync(join(folder, ".cache"))).toEqual(["archive.sqlite"]);
    expect(readFileSync(join(folder, ".cache/archive.sqlite")).equals(before)).toBe(true);
  }

  const { machine, parts } = merger(paper, recorder, shards);
  const merged = machine.run("build", "--merge", ...parts);
  expect(merged).toMatchObject({ code: 0, rendered: alone.rendered, changes: alone.changes });
  expect(machine.files()).toEqual(one.files());
  expect(machine.run("build")).toMatchObject({ rendered: 0, unchanged: 0, removed: 0 });
});

test("the archive is read by many at a time, who leave nothing beside it", () => {
  const { folder } = recorded(committedPaper());
  const cache = join(folder, ".cache");
  using one = openRecordedArchive(cache);
  using other = openRecordedArchive(cache);
  expect(countQueued(one)).toBeGreaterThan(50);
  expect(countQueued(other)).toBe(countQueued(one));
  expect(readdirSync(cache)).toEqual(["archive.sqlite"]);
  expect(() => leaveQueue(one, "/")).toThrow("readonly");
});

test("each page is in one part, from which it is taken as it is", () => {
  const paper = committedPaper();
  const recorder = recorded(paper);
  const { machine, parts } = merger(paper, recorder, shardsOf(paper, recorder, 3));
  for (const part of parts) mark(machine, part);

  machine.run("build", "--merge", ...parts);
  const own = [...machine.files()].filter(([, text]) => text !== "from a part");
  // What is copied or drawn is the merge's own work.
  const isNoPage = /^(?:media\/|assets\/icon|favicon\.ico$|robots\.txt$)|\.woff2$/;
  expect(own.map(([file]) => file).filter((file) => !isNoPage.test(file))).toEqual([]);
});

test("a missing part is made by the merge", () => {
  const paper = committedPaper();
  const one = new Machine(paper, "one");
  one.run("build");
  const recorder = recorded(paper);
  const { machine } = merger(paper, recorder, shardsOf(paper, recorder, 2));

  expect(machine.run("build", "--merge", "part-2").code).toBe(0);
  expect(machine.files()).toEqual(one.files());
});

test("what was edited since the shards began is published as it is now", () => {
  const paper = committedPaper();
  const recorder = recorded(paper);
  const shards = shardsOf(paper, recorder, 2);
  paper.edit("stories/2026/08/storm.md", "Storm nears", "Storm hits");
  paper.remove("stories/2026/07/sun-12.md");
  paper.edit("stories/2026/07/sun-13.md", "headline", "status: draft\nheadline");
  commit(paper);
  const one = new Machine(paper, "one");
  one.run("build");

  const { machine, parts } = merger(paper, recorder, shards);
  expect(machine.run("build", "--merge", ...parts).code).toBe(0);
  expect(machine.files()).toEqual(one.files());
});

test("a policy that comes to stand since the shards began is linked from every page", () => {
  const paper = committedPaper();
  const policies = "organization: { policies: { ethicsPolicy: /ethics/ } }";
  paper.edit("site.yaml", "sections:", `${policies}\nsections:`);
  commit(paper);
  const recorder = recorded(paper);
  const shards = shardsOf(paper, recorder, 1);
  paper.write("pages/ethics.md", "---\ntitle: Ethics\n---\nWe are fair.\n");
  commit(paper);
  const one = new Machine(paper, "one");
  one.run("build");

  const { machine, parts } = merger(paper, recorder, shards);
  machine.run("build", "--merge", ...parts);
  expect(machine.files()).toEqual(one.files());
});

test("a shard whose content was edited leaves those pages to the merge", () => {
  const paper = committedPaper();
  const one = new Machine(paper, "one");
  one.run("build");
  const recorder = recorded(paper);
  const shards = shardsOf(paper, recorder, 2, ({ folder }) => {
    writeFileSync(join(folder, "content/stories/2026/07/sun-14.md"), "---\nheadline: Rain\n---\n");
  });

  const { machine, parts } = merger(paper, recorder, shards);
  machine.run("build", "--merge", ...parts);
  expect(machine.files()).toEqual(one.files());
});

test("a new name of the paper comes to readers elsewhere by shards, too", () => {
  const paper = committedPaper();
  const first = new Machine(paper, "first");
  const target = new Target();
  const report = first.run("build", "--delta");
  expect(report.whole).toBe(true);
  target.receive(first.files(), report);
  paper.edit("site.yaml", "The Daily Test", "The Nightly Test");
  paper.write("stories/2026/09/flood.md", paper.read("stories/2026/07/sun-20.md"));
  commit(paper);

  const recorder = new Machine(paper, "recorder").restoreCache(first);
  expect(recorder.run("record", "--delta").code).toBe(0);
  const { machine, parts } = merger(paper, recorder, shardsOf(paper, recorder, 4));
  const merged = machine.run("build", "--delta", "--merge", ...parts);
  expect(target.receive(machine.files(), merged)).toEqual([]);
  const one = new Machine(paper, "one");
  one.run("build");
  expect(target.files).toEqual(one.files());
});

describe("a part is refused", () => {
  test("that was made with other settings", () => {
    const paper = committedPaper();
    const recorder = recorded(paper);
    const { machine, parts } = merger(paper, recorder, shardsOf(paper, recorder, 1));
    const site = join(machine.folder, "content/site.yaml");
    writeFileSync(site, paper.read("site.yaml").replace("Daily", "Nightly"));

    const { code, fault } = machine.run("build", "--merge", ...parts);
    expect(fault).toMatch(/^The part in .*part-1 was made with other layouts, settings or code\./);
    expect(code).toBe(2);
  });

  test("of which the end is missing, and a folder without one", () => {
    const paper = committedPaper();
    const recorder = recorded(paper);
    const [shard] = shardsOf(paper, recorder, 1) as [Machine];
    truncateSync(join(shard.folder, "part-1/part.sqlite"), 8_192);
    for (const folder of ["part-1", "content"]) {
      const { code, fault } = shard.run("build", "--merge", folder);
      expect(fault).toContain(`${folder} holds no part that can be read.`);
      expect(code).toBe(2);
    }
  });
});

describe("a shard is not made", () => {
  test("of an archive that was not recorded, or with other settings", () => {
    const paper = committedPaper();
    const machine = new Machine(paper, "shard");
    const cache = join(machine.folder, ".cache");
    const shard = () => machine.run("build", "--shard", "1/2", "--output", "part");
    const fault = (why: string) => ({
      code: 2,
      fault: expect.stringContaining(`archive ${why}. R`),
    });
    expect(shard()).toMatchObject(fault("is missing"));
    openArchive(cache)[Symbol.dispose]();
    expect(shard()).toMatchObject(fault("is empty"));

    machine.restoreCache(recorded(paper));
    const site = join(machine.folder, "content/site.yaml");
    writeFileSync(site, paper.read("site.yaml").replace("Daily", "Nightly"));
    expect(shard()).toMatchObject(fault("was made with another site.yaml"));
    git(machine.folder, "-C", "content", "checkout", "-q", ".");
    truncateSync(join(cache, "archive.sqlite"), 8_192);
    expect(shard()).toMatchObject(fault("is broken"));
    writeFileSync(join(cache, "archive.sqlite-wal"), "half a build");
    expect(shard()).toMatchObject(fault("is being written"));
  });

  test("into a folder with other things", () => {
    const paper = committedPaper();
    const recorder = recorded(paper);
    const { code, fault } = recorder.run("build", "--shard", "1/2", "--output", "content");
    expect(fault).toContain("content holds files that are no part.");
    expect(code).toBe(2);
  });
});
