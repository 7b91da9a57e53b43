import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCodeEditions } from "../src/render/code-editions.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

/** A story of July 2026, or of another year. */
const story = (keys: string, body = "Winds rise.", published = "2026-07-01") => `---
headline: Storm nears
published: ${published}
${keys}
---
${body}
`;

test("a topic that its first story writes otherwise gets that name on its pages of all years", async () => {
  const paper = paperFrom(`
-- stories/2026/07/fire.md --
${story("topics: [Russia]")}
-- stories/2026/07/storm.md --
${story("topics: [RUSSIA]", "Winds rise.", "2025-07-01")}
`);
  await paper.build();
  paper.edit("stories/2026/07/fire.md", "Russia", "russia");

  const { changes } = await paper.build();
  expect(changes.changed).toContain("/topics/russia/2025/");
  expect(paper.page("/topics/russia/2025/")).toContain("<title>Topic: russia, 2025 ");
});

test("a topic whose first story is removed is named as in the next one", async () => {
  const paper = paperFrom(`
-- stories/2026/07/fire.md --
${story("topics: [Russia]")}
-- stories/2026/07/storm.md --
${story("topics: [RUSSIA]", "Winds rise.", "2025-07-01")}
`);
  await paper.build();
  paper.remove("stories/2026/07/fire.md");
  await paper.build();

  expect(paper.page("/topics/russia/2025/")).toContain("<title>Topic: RUSSIA, 2025 ");
});

test("a moved story takes its old addresses with it, also to a name that comes earlier", async () => {
  const paper = paperFrom(`
-- stories/2026/07/storm.md --
${story("aliases: [/old/]")}
`);
  await paper.build();
  paper.move("stories/2026/07/storm.md", "stories/2026/07/gale.md");
  paper.edit("stories/2026/07/gale.md", "[/old/]", "[/old/, /2026/07/storm/]");

  expect((await paper.build()).problems).toEqual([]);
  expect(paper.page("/old/")).toContain("url=/2026/07/gale/");
  expect(paper.page("/2026/07/storm/")).toContain("url=/2026/07/gale/");
});

test("two stories may exchange their old addresses", async () => {
  const paper = paperFrom(`
-- stories/2026/07/fire.md --
${story("aliases: [/hot/]")}
-- stories/2026/07/frost.md --
${story("aliases: [/cold/]")}
`);
  await paper.build();
  paper.edit("stories/2026/07/fire.md", "/hot/", "/cold/");
  paper.edit("stories/2026/07/frost.md", "/cold/", "/hot/");

  expect((await paper.build()).problems).toEqual([]);
  expect(paper.page("/hot/")).toContain("url=/2026/07/frost/");
  expect(paper.page("/cold/")).toContain("url=/2026/07/fire/");
});

test("a link to an old address goes with it, also where its story takes another's instead", async () => {
  const paper = paperFrom(`
-- stories/2026/07/fire.md --
${story("aliases: [/hot/]")}
-- stories/2026/07/frost.md --
${story("aliases: [/cold/]")}
-- stories/2026/07/weather.md --
${story("topics: []", "Days were [hot](/hot/).")}
`);
  await paper.build();
  paper.edit("stories/2026/07/fire.md", "/hot/", "/cold/");
  paper.edit("stories/2026/07/frost.md", "[/cold/]", "[]");
  await paper.build();

  expect(paper.page("/2026/07/weather/")).not.toContain('href="/2026/07/fire/"');
});

test("a story that wants another's old address stays as it was, and the other keeps it", async () => {
  const paper = paperFrom(`
-- stories/2026/07/fire.md --
${story("topics: [Fire]")}
-- stories/2026/07/frost.md --
${story("aliases: [/cold/]")}
`);
  await paper.build();
  paper.edit("stories/2026/07/fire.md", "topics: [Fire]", "aliases: [/cold/]");
  paper.edit("stories/2026/07/frost.md", "Winds rise.", "Winds fall.");

  const { codes, kept } = await paper.build();
  expect({ codes, kept }).toEqual({ codes: ["alias-taken"], kept: 1 });
  expect(paper.page("/topics/fire/")).toContain("/2026/07/fire/");
  expect(paper.page("/cold/")).toContain("url=/2026/07/frost/");
});

test("a section may take the address of an editors' page that goes", async () => {
  const paper = paperFrom(`
-- pages/opinion.md --
---
title: Opinion
---
What we think.
`);
  await paper.build();
  paper.remove("pages/opinion.md");
  paper.edit("site.yaml", "sections:", "sections:\n  opinion: { name: Opinion }");
  await paper.build();

  expect(paper.page("/opinion/")).toContain("There are no stories here yet.");
});

test("a static file beats an old address, whichever comes first", async () => {
  const paper = paperFrom(`
-- static/old/index.html --
By hand
-- stories/2026/07/storm.md --
${story("topics: []")}
`);
  await paper.build();
  paper.edit("stories/2026/07/storm.md", "topics: []", "aliases: [/old/]");
  await paper.build();
  expect(paper.page("/old/")).toBe("By hand\n");

  paper.remove("static/old/index.html");
  await paper.build();
  expect(paper.page("/old/")).toContain("url=/2026/07/storm/");
});

test("a link to a static page is there as long as the page is", async () => {
  const paper = paperFrom(`
-- stories/2026/07/storm.md --
${story("topics: []", "See [the map](/map/).")}
`);
  await paper.build();
  expect(paper.page("/2026/07/storm/")).not.toContain('href="/map/"');

  paper.write("static/map/index.html", "A map");
  await paper.build();
  expect(paper.page("/2026/07/storm/")).toContain('href="/map/"');
});

test("a static file may have the name of a picture", async () => {
  const paper = paperFrom(`
-- media/map.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- static/media/map.svg --
<svg/>
-- stories/2026/07/storm.md --
${story("topics: []", "![A map](map.svg)")}
`);
  await paper.build();

  const files = [...paper.output().keys()].filter((file) => file.startsWith("media/"));
  expect(files).toEqual([expect.stringMatching(/^media\/map\.\w{8}\.svg$/), "media/map.svg"]);
});

const MAP = `
-- media/map.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- stories/2026/07/storm.md --
${story("topics: []", "![A map](map.svg)")}
`;

function picturesOf(paper: TestPaper): string[] {
  return [...paper.output().keys()].filter((file) => file.startsWith("media/"));
}

test("a replaced picture stays for 30 days, for pages that somebody has open", async () => {
  const paper = paperFrom(MAP);
  await paper.build();
  paper.edit("media/map.svg", "/>", ' width="1"/>');
  await paper.build();
  expect(picturesOf(paper)).toHaveLength(2);

  const days = 24 * 60 * 60 * 1000;
  paper.now += 30 * days - 1;
  await paper.build();
  expect(picturesOf(paper)).toHaveLength(2);
  paper.now += 1;
  await paper.build();
  expect(picturesOf(paper)).toHaveLength(1);
});

test("a picture that is lost from a copied output folder is published again, once", async () => {
  const paper = paperFrom(MAP);
  await paper.build();
  const [picture] = picturesOf(paper);
  cpSync(paper.outputFolder, `${paper.outputFolder}.copy`, { recursive: true });
  rmSync(paper.outputFolder, { recursive: true });
  renameSync(`${paper.outputFolder}.copy`, paper.outputFolder);
  rmSync(join(paper.outputFolder, String(picture)));

  expect((await paper.build()).changes.added).toEqual([`/${picture}`]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
});

test("a static file may become a folder, and a folder a file", async () => {
  const paper = paperFrom("-- static/kit.d --\nPress kit\n");
  await paper.build();
  paper.remove("static/kit.d");
  paper.write("static/kit.d/logo.txt", "Logo");
  await paper.build();
  expect(paper.page("/kit.d/logo.txt")).toBe("Logo");

  rmSync(join(paper.contentFolder, "static/kit.d"), { recursive: true });
  paper.write("static/kit.d", "Press kit");
  await paper.build();
  expect(paper.page("/kit.d")).toBe("Press kit");
});

test("other layouts or settings render everything, and the build says that it was them", async () => {
  const paper = paperFrom(`
-- stories/2026/07/storm.md --
${story("section: world")}
`);
  const { rendered: all } = await paper.build();
  const code = readCodeEditions(paper.projectFolder);
  const layouts = { ...code, "layouts/": "other" };
  expect(await paper.build({ code: layouts })).toMatchObject({
    rendered: all,
    reasons: ["layouts/"],
  });
  expect(await paper.build({ code: layouts })).toMatchObject({ rendered: 0, reasons: [] });

  paper.edit("site.yaml", "The Daily Test", "The Evening Test");
  expect(await paper.build({ code: layouts })).toMatchObject({
    rendered: all,
    reasons: ["site.yaml"],
  });
});
