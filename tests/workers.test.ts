import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { build } from "../src/build.ts";
import { filesOf, paperFrom, type TestPaper } from "./support/paper-from.ts";

/** More than are worth workers. */
const STORIES = 1_200;

function largePaper(): TestPaper {
  const paper = paperFrom("");
  paper.write("authors/desk.md", "---\nname: The Desk\n---\n");
  for (let number = 0; number < STORIES; number++) {
    const [path, text] = story(number);
    paper.write(path, text);
  }
  return paper;
}

function story(number: number): [path: string, text: string] {
  const day = String((number % 28) + 1).padStart(2, "0");
  const isFaulty = number % 300 === 7;
  const text = `---
headline: ${isFaulty ? '""' : `Story ${number}`}
section: ${number % 2 === 0 ? "world" : "science"}
byline: desk
topics: [Topic ${number % 10}]
published: 2026-03-${day}T09:00Z
---
It follows [another one](/2026/03/story-${(number + 1) % STORIES}/).
`;
  return [`stories/2026/03/story-${number}.md`, text];
}

test("pages and the order of problems are the same however many threads make them", async () => {
  const paper = largePaper();
  const alone = await paper.build();
  const output = paper.output();

  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const threads of [2, 3]) {
    const other = {
      projectFolder: paper.projectFolder,
      contentFolder: paper.contentFolder,
      isPreview: false,
      outputFolder: join(folder, String(threads), "_site"),
      cacheFolder: join(folder, String(threads), ".cache"),
    };
    mkdirSync(join(folder, String(threads)));
    const report = await build(other, paper.now, { threads });
    expect(report.problems).toEqual(alone.problems);
    expect(filesOf(other.outputFolder)).toEqual(output);
  }
  expect(alone.codes).toContain("text-empty");
});
