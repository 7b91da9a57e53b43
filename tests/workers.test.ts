import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../src/build.ts";
import { Hands, WORTH_WORKERS } from "../src/hands.ts";
import { inBatches } from "../src/in-batches.ts";
import type { Reading } from "../src/model/reading.ts";
import { parseSiteFile, readSiteFile } from "../src/paper.ts";
import { filesOf, paperFrom, type TestPaper } from "./support/paper-from.ts";

/** More than are worth workers. */
const STORIES = 1_100;

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

  for (const threads of [2, 3]) {
    const other = {
      projectFolder: paper.projectFolder,
      contentFolder: paper.contentFolder,
      isPreview: false,
      outputFolder: join(paper.folder, `_site-${threads}`),
      cacheFolder: join(paper.folder, `.cache-${threads}`),
    };
    const report = await build(other, paper.now, { threads });
    expect([...report.problems]).toEqual(alone.problems);
    expect(filesOf(other.outputFolder)).toEqual(output);
  }
  expect(alone.codes).toContain("text-empty");
}, 240_000);

test("files come out the same and in their order however many threads read them", async () => {
  const paper = largePaper();
  const alone = await readStories(paper, 1);
  expect(alone.map(({ file }) => file.path)).toEqual(storyPaths());
  for (const threads of [2, 3]) expect(await readStories(paper, threads)).toEqual(alone);
});

async function readStories({ contentFolder, now }: TestPaper, threads: number): Promise<Reading[]> {
  const { site } = await parseSiteFile(readSiteFile(contentFolder));
  if (site === undefined) throw new Error("site.yaml can't be read.");
  const context = { contentFolder, site, now, isPreview: false, authors: new Set(["desk"]) };
  const files = storyPaths().map((path) => ({ file: { path } }));
  await using hands = new Hands(threads);
  hands.expect(WORTH_WORKERS);
  const tasks = inBatches(files, 50).map((batch) => ({ files: batch, context }));
  return (await Array.fromAsync(hands.readFiles(tasks))).flat();
}

function storyPaths(): string[] {
  return Array.from({ length: STORIES }, (_, number) => story(number)[0]);
}
