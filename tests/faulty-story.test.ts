import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outputFile } from "../src/model/address.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";
import { copyProject, runBuild } from "./support/project-copy.ts";
import { unsoundPages } from "./support/unsound-pages.ts";

const PAPER = `
-- authors/coast-desk.md --
---
name: Coast desk
kind: bureau
---
-- media/harbor.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Harbor</title></svg>
-- stories/2026/08/storm.md --
---
headline: Storm nears
section: science
byline: coast-desk
topics: [Wind]
published: 2026-08-01T09:00Z
image: { src: harbor.svg, alt: The harbor }
aliases: [/old/storm/]
---
Winds rise [after a calm](/2026/08/calm/).
-- stories/2026/08/calm.md --
---
headline: All calm
section: world
published: 2026-08-02T09:00Z
---
Winds fall [before a storm](/2026/08/storm/).
`;

const STORM = "stories/2026/08/storm.md";
const CALM = "stories/2026/08/calm.md";

/** Every page that has to do with the storm alone. */
const STORM_PAGES = [
  "/2026/08/01/",
  "/2026/08/01/ninjs.json",
  "/2026/08/storm/",
  "/authors/coast-desk/2026/",
  "/old/storm/",
  "/science/2026/08/",
  "/topics/wind/",
  "/topics/wind/2026/",
  "/topics/wind/feed.xml",
];

/** A paper whose storm was published, and has an error since. */
async function faultyPaper(): Promise<TestPaper> {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.edit(STORM, "Winds rise", "Winds rise fast");
  paper.edit(STORM, "headline: Storm nears", "headline: Storm hits\nupdated: 07/27/2016");
  return paper;
}

function expectSound(paper: TestPaper): void {
  expect(unsoundPages(paper.output())).toEqual([]);
}

test("an error in one story holds up nobody: the others are published, it stays as it was", async () => {
  const paper = await faultyPaper();
  const before = paper.output();
  paper.edit(CALM, "All calm", "Calm at last");

  const { status, stderr } = runBuild(PROJECT_FOLDER, paper);
  expect(status).toBe(1);
  expect(stderr).toMatch(/storm\.md:3:10 error date-ambiguous/);
  expect(stderr).toMatch(/storm\.md: still published in its earlier form\n$/);
  expect(paper.page("/2026/08/calm/")).toContain("Calm at last");
  expect(paper.page("/latest/")).toContain("Calm at last");
  expect(paper.page("/latest/")).toContain("Storm nears");
  for (const address of STORM_PAGES) {
    expect(paper.page(address), address).toBe(before.get(outputFile(address)));
  }
});

test("every build reports the error until it is mended", async () => {
  const paper = await faultyPaper();
  for (const _build of [1, 2, 3]) {
    const { codes, kept, rendered } = await paper.build();
    expect({ codes, kept, rendered }).toEqual({ codes: ["date-ambiguous"], kept: 1, rendered: 0 });
  }
  paper.edit(STORM, "updated: 07/27/2016", "updated: 2026-08-02");
  expect(await paper.build()).toMatchObject({ codes: [], kept: 0 });
  expect(paper.page("/2026/08/storm/")).toContain("Winds rise fast");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("when the layouts change, its page keeps its bytes and the stylesheet that they need, for as long as it takes", async () => {
  const paper = await faultyPaper();
  const before = paper.page("/2026/08/storm/");
  const project = copyProject(paper);
  const layouts = new Layouts(project);
  layouts.edit("style.css", /$/, "\nmain { color: green; }\n");
  layouts.edit("parts/page-footer.ts", "</footer>", "<p>Printed anew</p></footer>");

  for (const days of [0, 40, 40]) {
    paper.now += days * 24 * 3_600_000;
    expect(runBuild(project, paper).status).toBe(1);
    expect(paper.page("/2026/08/storm/")).toBe(before);
    expect(paper.page("/2026/08/calm/")).toContain("Printed anew");
    expectSound(paper);
  }
  paper.edit(STORM, "updated: 07/27/2016\n", "");
  expect(runBuild(project, paper).status).toBe(0);
  paper.now += 40 * 24 * 3_600_000;
  runBuild(project, paper);
  const assets = readdirSync(join(paper.outputFolder, "assets"));
  expect(assets.filter((name) => name.endsWith(".css"))).toHaveLength(1);
});

class Layouts {
  readonly #folder: string;

  constructor(project: string) {
    this.#folder = join(project, "layouts");
  }

  edit(path: string, before: string | RegExp, after: string): void {
    const file = join(this.#folder, path);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(before, after));
  }
}

test("when the output is emptied, it is absent from its address and from all lists until it is mended", async () => {
  const paper = await faultyPaper();
  await paper.build();
  rmSync(paper.outputFolder, { recursive: true });

  expect(await paper.build()).toMatchObject({ codes: ["date-ambiguous"], kept: 0 });
  for (const address of STORM_PAGES) expect(paper.page(address), address).toBeUndefined();
  for (const page of paper.output().values()) expect(page).not.toContain("Storm nears");
  expectSound(paper);

  paper.edit(STORM, "updated: 07/27/2016\n", "");
  expect(await paper.build()).toMatchObject({ codes: [] });
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test.each([
  ["", "status-unknown"],
  ["reason: By court: it must go.\n", "yaml-syntax"],
])("a status that can't be read takes the page down, beside %j too", async (beside, code) => {
  const paper = await faultyPaper();
  paper.edit(STORM, "headline:", `status: withdrwn\n${beside}headline:`);

  const { codes, kept, changes } = await paper.build();
  expect(codes).toContain(code);
  expect(kept).toBe(0);
  expect(changes.removed.filter((address) => !address.startsWith("/media"))).toEqual(STORM_PAGES);
  for (const page of paper.output().values()) expect(page).not.toContain("Storm nears");
  expectSound(paper);
});

test("a new story with an error is nowhere", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "headline", "updated: 07/27/2016\nheadline");

  await paper.build();
  for (const address of STORM_PAGES) expect(paper.page(address), address).toBeUndefined();
  for (const page of paper.output().values()) expect(page).not.toContain("Storm nears");
  expectSound(paper);
});

test("a story whose author's file goes stays as it was, and so does the author's page", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  const before = paper.output();
  paper.remove("authors/coast-desk.md");

  expect(await paper.build()).toMatchObject({ codes: ["author-unknown"], kept: 1 });
  expect(paper.output()).toEqual(before);

  paper.edit(STORM, "byline: coast-desk\n", "");
  expect((await paper.build()).changes.removed).toEqual([
    "/authors/coast-desk/",
    "/authors/coast-desk/2026/",
    "/authors/coast-desk/feed.xml",
  ]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a story that is edited when its author's file goes is told of once", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.edit(STORM, "Storm nears", "Storm hits");
  paper.remove("authors/coast-desk.md");

  expect(await paper.build()).toMatchObject({ codes: ["author-unknown"], kept: 1 });
});

test("a story whose picture goes keeps it, until it is mended", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  const before = paper.output();
  paper.remove("media/harbor.svg");

  expect(await paper.build()).toMatchObject({ codes: ["picture-missing"], kept: 1 });
  expect(paper.output()).toEqual(before);
  expect(await paper.build({ isFull: true })).toMatchObject({ kept: 1 });
  expect(paper.output()).toEqual(before);

  paper.edit(STORM, /image: .+\n/, "");
  await paper.build();
  expect(paper.output().keys().toArray().join()).not.toContain("harbor");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a story is published without a picture that can't be read", async () => {
  const paper = paperFrom(PAPER);
  symlinkSync(join(paper.contentFolder, "media"), join(paper.contentFolder, "media/elsewhere"));
  paper.edit(STORM, "harbor.svg", "elsewhere/harbor.svg");

  expect((await paper.build()).codes).toEqual(["file-symlink"]);
  expect(paper.page("/2026/08/storm/")).not.toContain("<img");
  expectSound(paper);
  expect(await paper.build()).toMatchObject({ codes: ["file-symlink"], rendered: 0 });
});

test("a story keeps the picture that it showed, though another takes its name", async () => {
  const paper = await faultyPaper();
  paper.edit("media/harbor.svg", "Harbor", "Another harbor");

  for (const days of [0, 40, 40]) {
    paper.now += days * 24 * 3_600_000;
    await paper.build();
    expectSound(paper);
  }
});

test("a story whose section site.yaml drops stays as it was, and so do the section's pages", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  const before = paper.page("/2026/08/storm/");
  paper.edit("site.yaml", "  science: { name: Science }\n", "");

  expect(await paper.build()).toMatchObject({ codes: ["section-unknown"], kept: 1 });
  expect(paper.page("/2026/08/storm/")).toBe(before);
  expect(paper.page("/science/")).toContain("Storm nears");
  expectSound(paper);

  paper.edit(STORM, "section: science\n", "");
  expect((await paper.build()).changes.removed).toEqual([
    "/science/",
    "/science/2026/08/",
    "/science/atom.xml",
    "/science/feed.json",
    "/science/feed.xml",
    "/science/latest.json",
  ]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a kept page's links lead on when the story that they lead to moves", async () => {
  const paper = await faultyPaper();
  await paper.build();
  paper.move(CALM, "stories/2026/08/lull.md");
  paper.edit("stories/2026/08/lull.md", "headline", "aliases: [/2026/08/calm/]\nheadline");

  await paper.build();
  expectSound(paper);
});

test("--strict publishes nothing while there is an error, and all of it afterwards", async () => {
  const paper = await faultyPaper();
  const before = paper.output();
  paper.edit(CALM, "All calm", "Calm at last");

  const { status, stderr } = runBuild(PROJECT_FOLDER, paper, "--strict");
  expect(status).toBe(1);
  expect(stderr).toContain("Nothing was published.");
  expect(paper.output()).toEqual(before);

  paper.edit(STORM, "updated: 07/27/2016\n", "");
  expect(runBuild(PROJECT_FOLDER, paper, "--strict").status).toBe(0);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("--strict publishes nothing of a new paper either", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "published: 2026-08-01", "published: 2026-08-32");

  expect(await paper.build({ isStrict: true })).toMatchObject({ isPublished: false, rendered: 0 });
  expect(existsSync(paper.outputFolder)).toBe(false);
});

test("an editors' page with an error stays as it was", async () => {
  const paper = paperFrom(PAPER);
  paper.write("pages/about.md", "---\ntitle: About us\n---\nWe print.\n");
  await paper.build();
  const before = paper.output();
  paper.write("pages/about.md", "---\ntitel: About us\n---\nWe print.\n");

  const { codes } = await paper.build();
  expect(codes).not.toEqual([]);
  expect(paper.output()).toEqual(before);
  expect((await paper.build()).codes).toEqual(codes);
});

test("a version that was never published is not kept: readers see what they saw, in lists too", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  const before = paper.output();
  paper.edit(STORM, "Storm nears", "Storm hits");
  paper.edit(STORM, "topics: [Wind]", "topics: [Gale]");
  paper.edit(STORM, /image: .+\n/, "");
  paper.edit(CALM, "2026-08-02", "2026-08-32");
  expect(await paper.build({ isStrict: true })).toMatchObject({ isPublished: false });
  paper.edit(CALM, "2026-08-32", "2026-08-02");
  paper.edit(STORM, "headline", "updated: 07/27/2016\nheadline");

  expect(await paper.build()).toMatchObject({ codes: ["date-ambiguous"], kept: 1 });
  expect(paper.output()).toEqual(before);
  paper.edit(STORM, "updated: 07/27/2016\n", "");
  expect(await paper.build()).toMatchObject({ codes: [], kept: 0 });
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a story that was withdrawn does not come back with an error, published or not", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.edit(STORM, "headline", "status: withdrawn\nreason: Wrong.\nheadline");
  paper.edit(CALM, "2026-08-02", "2026-08-32");
  await paper.build({ isStrict: true });
  expect(readFileSync(join(paper.cacheFolder, "archive.sqlite"), "latin1")).not.toContain(
    "Storm nears",
  );
  paper.edit(STORM, "headline", "updated: 07/27/2016\nheadline");
  paper.edit(CALM, "2026-08-32", "2026-08-02");

  await paper.build();
  for (const page of paper.output().values()) expect(page).not.toContain("Storm nears");
  expectSound(paper);
});

test("nor is an editors' page kept as it never was: the pictures that it shows stay", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, /image: .+\n/, "");
  paper.write("pages/about.md", "---\ntitle: About us\n---\n![The harbor](harbor.svg)\n");
  await paper.build();
  const before = paper.output();
  paper.edit("pages/about.md", "![The harbor](harbor.svg)", "We print.");
  paper.edit(CALM, "2026-08-02", "2026-08-32");
  await paper.build({ isStrict: true });
  paper.edit("pages/about.md", "title", "titel");

  await paper.build();
  expect(paper.output()).toEqual(before);
});
