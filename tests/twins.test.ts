import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const STORM = "stories/2026/08/storm.md";

function paperWithTwins(twins = "[br, gz]"): TestPaper {
  const paper = paperFrom(`
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
---
Winds rise.
-- static/notes.txt --
${"Winds rise. ".repeat(100)}
`);
  setTwins(paper, twins);
  return paper;
}

function setTwins(paper: TestPaper, twins: string): void {
  const text = paper.read("site.yaml").replace(/^twins: .*\n/m, "");
  paper.write("site.yaml", `${text}twins: ${twins}\n`);
}

function twinsOf(paper: TestPaper, ending: RegExp): string[] {
  return [...paper.output().keys()].filter((file) => ending.test(file));
}

/** Twins that are not what their file is, or have none. */
function wrongTwins(paper: TestPaper): string[] {
  return twinsOf(paper, /\.(br|gz)$/).filter((twin) => {
    const bytes = readFileSync(join(paper.outputFolder, twin));
    const file = join(paper.outputFolder, twin.slice(0, -".br".length));
    if (!existsSync(file)) return true;
    const text = twin.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    return !text.equals(readFileSync(file));
  });
}

async function expectLikeFull(paper: TestPaper): Promise<void> {
  expect(wrongTwins(paper)).toEqual([]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}

test("every file that is text has twins, and no other has", async () => {
  const paper = paperWithTwins();
  await paper.build();
  const texts = twinsOf(paper, /\.(html|css|js|svg|txt|xml|json|webmanifest)$/);
  // An empty list would not shrink.
  const files = texts.filter((file) => statSync(join(paper.outputFolder, file)).size > 64);
  expect(files.length).toBeGreaterThan(10);
  expect(twinsOf(paper, /\.br$/)).toEqual(files.map((file) => `${file}.br`));
  expect(twinsOf(paper, /\.gz$/)).toEqual(files.map((file) => `${file}.gz`));
  await expectLikeFull(paper);
});

test("a file changes with its twins, and goes with them", async () => {
  const paper = paperWithTwins();
  await paper.build();
  paper.edit(STORM, "Winds rise.", "Winds fall.");
  await paper.build();
  await expectLikeFull(paper);

  paper.remove(STORM);
  paper.remove("static/notes.txt");
  await paper.build();
  expect(twinsOf(paper, /storm|notes/)).toEqual([]);
  await expectLikeFull(paper);
});

test("twins come and go with the setting, also where nothing else changes", async () => {
  const paper = paperWithTwins("[]");
  await paper.build();
  for (const twins of ["[gz]", "[br]", "[]", "[br, gz]"]) {
    setTwins(paper, twins);
    await paper.build();
    await expectLikeFull(paper);
  }
});

test("in a folder that somebody changed, twins are what their files are", async () => {
  const paper = paperWithTwins();
  await paper.build();
  const file = (name: string) => join(paper.outputFolder, name);
  rmSync(file("index.html"));
  rmSync(file("2026/08/storm/index.html"));
  writeFileSync(file("notes.txt"), "Other notes.");
  writeFileSync(file("left.txt.gz"), "Left.");
  await paper.build();
  await expectLikeFull(paper);
});

test("where only what changed is written, its twins are too", async () => {
  const paper = paperWithTwins();
  await paper.build();
  rmSync(paper.outputFolder, { recursive: true });
  paper.edit(STORM, "Winds rise.", "Winds fall.");
  await paper.build({ isDelta: true });
  rmSync(paper.outputFolder, { recursive: true });
  paper.edit(STORM, "Winds fall.", "Winds rise.");
  await paper.build({ isDelta: true });
  const written = [
    "2026/08/01/ninjs.json",
    "2026/08/storm/index.html",
    "atom.xml",
    "feed.json",
    "feed.xml",
  ];
  expect(twinsOf(paper, /./)).toEqual(
    written.flatMap((file) => [file, `${file}.br`, `${file}.gz`]),
  );
  expect(wrongTwins(paper)).toEqual([]);
});
