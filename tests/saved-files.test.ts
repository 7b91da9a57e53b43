import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { git } from "./support/git.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const STORM = "stories/2026/08/storm.md";
const CALM = "stories/2026/09/calm.md";

let paper: TestPaper;

beforeEach(async () => {
  paper = paperFrom(`
-- ${STORM} --
---
headline: Storm nears
published: 2026-08-01T09:00Z
---
Winds rise.
`);
  git(paper.folder, "init", "-q");
  git(paper.folder, "add", "-A");
  git(paper.folder, "commit", "-qm", "Storm");
  await paper.build();
});

describe("a build that is told what was saved", () => {
  test("looks at nothing else", async () => {
    paper.edit(STORM, "rise", "fall");
    expect((await paper.build({ saved: new Set() })).rendered).toBe(0);
    expect(await buildSaved(STORM)).toEqual([
      "/2026/08/01/ninjs.json",
      "/2026/08/storm/",
      "/atom.xml",
      "/feed.json",
      "/feed.xml",
    ]);
  });

  test("leaves an edit that is reverted later to the next build that is not", async () => {
    paper.edit(STORM, "rise", "fall");
    await buildSaved(STORM);
    git(paper.folder, "checkout", "-q", ".");
    await paper.build();
    expect(paper.page("/2026/08/storm/")).toContain("Winds rise.");
  });

  test("takes down what is gone", async () => {
    paper.remove(STORM);
    await buildSaved(STORM);
    expect(paper.page("/2026/08/storm/")).toBeUndefined();
  });

  test("shows a new story, and a picture that was missed", async () => {
    const lost = "stories/2026/08/lost.md";
    paper.write(
      lost,
      paper.read(STORM).replace("---\nW", "image: { src: map.svg, alt: Map }\n---\nW"),
    );
    expect(await buildSaved(lost)).toEqual([]);
    paper.write("media/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    expect(await buildSaved("media", "media/map.svg")).toContain("/2026/08/lost/");
    paper.write("media/map.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>");
    expect(await buildSaved("media/map.svg")).toContain("/2026/08/lost/");
    paper.write("stories/2026/08/calm.md", paper.read(STORM));
    expect(await buildSaved("stories/2026/08/calm.md")).toContain("/2026/08/calm/");
  });

  test("looks everywhere for what a folder brought", async () => {
    paper.write(CALM, paper.read(STORM).replace("Storm nears", "All calm"));
    await buildSaved("stories/2026/09");
    expect(paper.page("/2026/09/calm/")).toContain("All calm");
    rmSync(join(paper.contentFolder, "stories/2026/09"), { recursive: true });
    await buildSaved("stories/2026/09");
    expect(paper.page("/2026/09/calm/")).toBeUndefined();
  });

  test("shows a new story that Git ignores, as every build does", async () => {
    paper.write(".gitignore", "calm.md\n");
    paper.write(CALM, paper.read(STORM));
    expect(await buildSaved(CALM)).toContain("/2026/09/calm/");
  });

  test("makes nothing of what an editor's program writes and takes away", async () => {
    paper.edit(STORM, "rise", "fall");
    expect(await buildSaved("stories/2026/08/4913", "stories/2026/08/.storm.md.swp")).toEqual([]);
  });

  test("reads everything where the settings were saved", async () => {
    paper.edit("site.yaml", "The Daily Test", "The Daily Proof");
    paper.edit(STORM, "rise", "fall");
    await buildSaved("site.yaml");
    expect(paper.page("/2026/08/storm/")).toMatch(/The Daily Proof[\s\S]*Winds fall\./);
  });
});

/** Addresses that readers then get differently. */
async function buildSaved(...paths: string[]): Promise<string[]> {
  const { changes } = await paper.build({ saved: new Set(paths) });
  return [...changes.added, ...changes.changed, ...changes.removed];
}
