import { expect, test } from "vitest";
import { paperFrom } from "./support/paper-from.ts";

const STORM = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
section: world
published: 2026-08-01T09:00Z
---
Winds rise.
-- stories/2026/08/calm.md --
---
headline: All calm
section: science
published: 2026-08-02T09:00Z
---
Winds fall.
`;

test("a new headline republishes the story and the lists that show it, and nothing else", async () => {
  const paper = paperFrom(STORM);
  await paper.build();
  paper.edit("stories/2026/08/storm.md", "Storm nears", "Storm hits");

  expect((await paper.build()).changes).toEqual({
    added: [],
    changed: [
      "/",
      "/2026/08/",
      "/2026/08/01/",
      "/2026/08/01/ninjs.json",
      "/2026/08/storm/",
      "/atom.xml",
      "/feed.json",
      "/feed.xml",
      "/latest.json",
      "/latest/",
      "/world/",
      "/world/2026/08/",
      "/world/atom.xml",
      "/world/feed.json",
      "/world/feed.xml",
      "/world/latest.json",
      "/world/ninjs.json",
    ],
    removed: [],
  });
});

test("a new text republishes the story, the feeds and the list for partners that carry it, and nothing else", async () => {
  const paper = paperFrom(STORM);
  await paper.build();
  paper.edit("stories/2026/08/storm.md", "Winds rise.", "Winds rise fast.");

  expect((await paper.build()).changes.changed).toEqual([
    "/2026/08/01/ninjs.json",
    "/2026/08/storm/",
    "/atom.xml",
    "/feed.json",
    "/feed.xml",
    "/world/atom.xml",
    "/world/feed.json",
    "/world/feed.xml",
  ]);
});

test("a removed story leaves nothing, and takes the days that only it had with it", async () => {
  const paper = paperFrom(STORM);
  await paper.build();
  paper.remove("stories/2026/08/storm.md");

  const { changes } = await paper.build();
  expect(changes.removed).toEqual([
    "/2026/08/01/",
    "/2026/08/01/ninjs.json",
    "/2026/08/storm/",
    "/world/2026/08/",
  ]);
  expect(paper.page("/latest/")).not.toContain("Storm");
});

test("a build with nothing to do renders nothing", async () => {
  const paper = paperFrom(STORM);
  await paper.build();

  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0, removed: 0 });
});

test("a paper that was saved on Windows is published like any other", async () => {
  const [unix, windows] = [paperFrom(STORM), paperFrom("")];
  for (const path of ["site.yaml", "stories/2026/08/storm.md", "stories/2026/08/calm.md"]) {
    windows.write(path, unix.read(path).replaceAll("\n", "\r\n"));
  }
  await unix.build();
  await windows.build();
  expect(windows.output()).toEqual(unix.output());
});
