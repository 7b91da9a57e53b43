import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openArchive } from "../src/archive/open-archive.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";
import { buildArguments, runBuild } from "./support/project-copy.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";

const CALM = "stories/2026/08/calm.md";

/** A paper that is published, and then edited. */
async function editedPaper(): Promise<TestPaper> {
  const paper = paperFrom(`
-- media/harbor.svg --
${UNDRAWN_SVG}
-- static/robots.txt --
User-agent: *
-- stories/2026/08/calm.md --
---
headline: All calm
section: science
published: 2026-08-02T09:00Z
image: { src: harbor.svg, alt: The harbor }
---
Winds fall.
`);
  for (let number = 10; number < 40; number++) {
    const day = String((number % 28) + 1).padStart(2, "0");
    const head = `headline: Sun ${number}\ntopics: [Topic ${number}]\npublished: 2026-07-${day}T09:00Z`;
    paper.write(`stories/2026/07/sun-${number}.md`, `---\n${head}\n---\nIt shines.\n`);
  }
  await paper.build();
  paper.edit(CALM, "All calm", "Calm at last");
  paper.remove("stories/2026/07/sun-11.md");
  return paper;
}

function archiveOf(paper: TestPaper): string {
  return join(paper.cacheFolder, "archive.sqlite");
}

/** The archive was made again, with one line saying so; the output is right, and what was right was not touched. */
async function expectRebuilt(paper: TestPaper, rebuilt: string | RegExp): Promise<void> {
  const untouched = join(paper.outputFolder, "2026/07/sun-12/index.html");
  const { ino } = statSync(untouched);
  const report = await paper.build();

  expect(report.rebuilt).toMatch(rebuilt);
  expect(report.changes.changed).toContain("/2026/08/calm/");
  expect(report.changes.changed).not.toContain("/2026/07/sun-12/");
  expect(report.changes.removed).toContain("/2026/07/sun-11/");
  expect(statSync(untouched).ino).toBe(ino);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0, removed: 0 });
}

test("a cache that is lost is made again: pages that are right stay, those that should not be there go", async () => {
  const paper = await editedPaper();
  rmSync(paper.cacheFolder, { recursive: true });
  const report = await paper.build();

  expect(report.rebuilt).toBeUndefined();
  expect(report.changes.removed.filter((address) => address.includes("sun"))).toEqual([
    "/2026/07/sun-11/",
  ]);
  expect(report.changes.changed).not.toContain("/2026/07/sun-12/");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a text file in place of the archive is replaced", async () => {
  const paper = await editedPaper();
  writeFileSync(
    archiveOf(paper),
    "Not a database, but some text that is longer than a header.\n".repeat(99),
  );
  await expectRebuilt(paper, "is broken");
});

test("an empty archive is filled", async () => {
  const paper = await editedPaper();
  truncateSync(archiveOf(paper));
  await expectRebuilt(paper, "is empty");
});

for (const part of [0.1, 0.5, 0.9]) {
  test(`an archive of which ${100 * part} percent are left is replaced`, async () => {
    const paper = await editedPaper();
    truncateSync(archiveOf(paper), Math.round(part * statSync(archiveOf(paper)).size));
    await expectRebuilt(paper, /^is (truncated|broken)$/);
  });
}

test("a folder in place of the archive is replaced", async () => {
  const paper = await editedPaper();
  rmSync(archiveOf(paper));
  mkdirSync(join(archiveOf(paper), "folder"), { recursive: true });
  await expectRebuilt(paper, "is broken");
});

test("another program's database is replaced", async () => {
  const paper = await editedPaper();
  rmSync(archiveOf(paper));
  const database = new DatabaseSync(archiveOf(paper));
  database.exec("CREATE TABLE queue (rank TEXT); INSERT INTO queue VALUES ('ours')");
  database.close();
  await expectRebuilt(paper, "belongs to another program");
});

test("an archive of another version is replaced", async () => {
  const paper = await editedPaper();
  const database = new DatabaseSync(archiveOf(paper));
  database.exec("DROP TABLE moments; PRAGMA user_version = 0");
  database.close();
  await expectRebuilt(paper, "is of another version");
});

test("another paper's archive does no harm", async () => {
  const paper = await editedPaper();
  const other = paperFrom(`
-- stories/2026/08/calm.md --
---
headline: Another calm
topics: [Other]
published: 2026-08-02T09:00Z
---
Winds fall elsewhere.
`);
  other.edit("site.yaml", "The Daily Test", "The Other Test");
  await other.build();
  cpSync(other.cacheFolder, paper.cacheFolder, { recursive: true });

  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

for (const [first, length] of [64, 4096].entries()) {
  test(`garbage of ${length} bytes in any fourth page of the archive does no harm`, async () => {
    const paper = await editedPaper();
    const full = await fullOutput(paper);
    const { size } = statSync(archiveOf(paper));
    const reasons = new Set<string | undefined>();
    for (let page = first; page < size / 4096; page += 4) {
      const bytes = readFileSync(archiveOf(paper));
      const end = Math.min((page + 1) * 4096, bytes.length);
      bytes.fill("garbage ", end - length, end);
      writeFileSync(archiveOf(paper), bytes);
      paper.edit(CALM, /Calm .*/, `Calm ${page}`);

      reasons.add((await paper.build()).rebuilt);
      const expected = [...full].map(
        ([file, text]) => [file, text.replaceAll("Calm at last", `Calm ${page}`)] as const,
      );
      expect.soft(differences(paper.output(), new Map(expected)), `page ${page}`).toEqual([]);
    }
    // What no query reads is not noticed before one does.
    expect(reasons).toEqual(new Set(["is broken", undefined]));
  }, 240_000);
}

test("a build says in one line that the cache was made again, and of what", async () => {
  const paper = await editedPaper();
  writeFileSync(archiveOf(paper), "no database");

  const { status, stderr } = runBuild(PROJECT_FOLDER, paper);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^The cache is broken: it is made again from the content.\n\d+ pages /);
});

test("an output folder that was emptied is filled again", async () => {
  const paper = await editedPaper();
  for (const name of readdirSync(paper.outputFolder)) {
    rmSync(join(paper.outputFolder, name), { recursive: true });
  }
  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("also one of which the hidden marker is left", async () => {
  const paper = await editedPaper();
  for (const name of readdirSync(paper.outputFolder).filter((name) => name !== ".dateline")) {
    rmSync(join(paper.outputFolder, name), { recursive: true });
  }
  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("an output folder that has lost its front page is looked through", async () => {
  const paper = await editedPaper();
  rmSync(join(paper.outputFolder, "index.html"));
  rmSync(join(paper.outputFolder, "2026"), { recursive: true });

  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("another paper's output is replaced, page by page", async () => {
  const paper = await editedPaper();
  const other = paperFrom("");
  other.edit("site.yaml", "world: { name: World }", "arts: { name: Arts }");
  other.write("static/other.txt", "other");
  await other.build();
  rmSync(paper.outputFolder, { recursive: true });
  renameSync(other.outputFolder, paper.outputFolder);

  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  expect(paper.output().has("assets/style.css")).toBe(false);
});

test("an output folder that was restored without some of its pages gets them again", async () => {
  const paper = await editedPaper();
  cpSync(paper.outputFolder, join(paper.folder, "restored"), { recursive: true });
  rmSync(paper.outputFolder, { recursive: true });
  renameSync(join(paper.folder, "restored"), paper.outputFolder);
  spoil(paper);

  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("--full mends pages that somebody deleted or wrote in the output folder", async () => {
  const paper = await editedPaper();
  await paper.build();
  spoil(paper);

  await paper.build({ isFull: true });
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

function spoil(paper: TestPaper): void {
  rmSync(join(paper.outputFolder, "2026"), { recursive: true });
  rmSync(join(paper.outputFolder, "media"), { recursive: true });
  writeFileSync(join(paper.outputFolder, "latest/index.html"), "spoiled");
  writeFileSync(join(paper.outputFolder, "note.txt"), "by somebody");
}

test("a folder that holds other things is refused and left as it is", async () => {
  const paper = await editedPaper();
  rmSync(join(paper.outputFolder, ".dateline"));
  const before = paper.output();

  const { status, stderr } = runBuild(PROJECT_FOLDER, paper);
  expect(status).toBe(2);
  expect(stderr).toContain(`${paper.outputFolder} holds files that Dateline did not write.`);
  expect(paper.output()).toEqual(before);
});

test("a build waits while another is running", async () => {
  const paper = await editedPaper();
  const archive = openArchive(paper.cacheFolder);
  let isOver = false;
  const build = startBuild(paper).then((status) => {
    isOver = true;
    return status;
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(isOver).toBe(false);
  archive[Symbol.dispose]();

  expect(await build).toBe(0);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("builds that start at the same time, also the first ones, all end right", async () => {
  const paper = await editedPaper();
  rmSync(paper.cacheFolder, { recursive: true });
  rmSync(paper.outputFolder, { recursive: true });
  for (const headline of ["Calm at last", "Calm again"]) {
    paper.edit(CALM, /headline: .*/, `headline: ${headline} and again`);
    const builds = [startBuild(paper), startBuild(paper), startBuild(paper)];
    expect(await Promise.all(builds)).toEqual([0, 0, 0]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  }
});

/** The exit code of a build in a process of its own. */
function startBuild(paper: TestPaper): Promise<number | null> {
  const build = spawn(process.execPath, buildArguments(PROJECT_FOLDER, paper), { stdio: "ignore" });
  return new Promise((resolve) => build.once("exit", resolve));
}
