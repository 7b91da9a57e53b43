import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { PROJECT_FOLDER, paperFrom, TestPaper } from "./support/paper-from.ts";
import { runDying, spread, writesOf } from "./support/run-dying.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";
import { unsoundPages } from "./support/unsound-pages.ts";
import { untoldChanges } from "./support/untold-changes.ts";

const PAPER = `
-- authors/coast-desk.md --
---
name: Coast desk
kind: bureau
---
-- media/harbor.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Harbor</title></svg>
-- media/bridge.svg --
${UNDRAWN_SVG}
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
topics: [Wind]
published: 2026-08-01T09:00Z
image: { src: harbor.svg, alt: The harbor }
---
Winds rise, [after a calm](/2026/08/calm/) and [a dry July](/2026/07/drought/).
-- stories/2026/08/calm.md --
---
headline: All calm
section: science
published: 2026-08-02T09:00Z
---
Winds fall. [A bridge](/2026/08/bridge/) stands.
-- stories/2026/07/drought.md --
---
headline: No rain
topics: [Rain]
published: 2026-07-20T09:00Z
---
Rain is missed.
-- stories/2026/08/bridge.md --
---
headline: Bridge opens
topics: [Bridges]
published: 2026-08-03T09:00Z
image: { src: bridge.svg, alt: The bridge }
---
It bears the traffic.
-- stories/2026/08/gale.md --
---
headline: Gale
kind: live
published: 2026-08-03
---
## 2026-08-04 09:00 It grows

[Nobody](/2026/08/calm/) is out.

## 2026-08-03 09:00 It begins

It blows.
-- stories/2026/08/tide.md --
---
headline: Tide turns
published: 2026-08-03T10:00Z
---
It was late.
`;

/** Pages of every kind come, change, move and go; new ones link to each other. */
function editAll(paper: TestPaper): void {
  paper.edit("stories/2026/08/storm.md", "Storm nears", "Storm hits");
  paper.edit("stories/2026/08/storm.md", "Winds rise", "[Floods](/2026/09/flood/) rise");
  paper.edit("stories/2026/08/storm.md", "coast-desk", "[coast-desk, river-desk]");
  paper.edit("media/harbor.svg", "Harbor", "Harbor under water");
  paper.remove("stories/2026/07/drought.md");
  paper.edit(
    "stories/2026/08/bridge.md",
    "headline",
    "status: withdrawn\nreason: It was another bridge.\nheadline",
  );
  paper.move("stories/2026/08/tide.md", "stories/2026/09/late-tide.md");
  paper.edit("stories/2026/09/late-tide.md", "headline", "aliases: [/2026/08/tide/]\nheadline");
  paper.edit("pages/about.md", "the storm", "what came of it](/2026/09/rescue/) and [the storm");
  paper.edit(
    "stories/2026/08/gale.md",
    "## ",
    "## 2026-08-05 09:00\n\nIt [ends](/2026/09/vote/).\n\n## ",
  );
  paper.edit("stories/2026/08/gale.md", /## 2026-08-03 09:00 It begins\n\nIt blows.\n/, "");
  paper.write(
    "stories/2026/09/vote.md",
    `---\nheadline: Vote\nkind: live\npublished: 2026-09-04\n---\n- [The start](/2026/09/vote/2026-09-04/)\n\n` +
      "## 2026-09-05 09:00\n\nIt [ends](/2026/08/gale/2026-08-05/).\n\n## 2026-09-04 09:00\n\nIt begins.\n",
  );
  paper.write("authors/river-desk.md", "---\nname: River desk\nkind: bureau\n---\n");
  paper.write("media/flood.svg", UNDRAWN_SVG);
  const image = "image: { src: flood.svg, alt: The flood }";
  const head = `section: science\nbyline: river-desk\ntopics: [Floods]\n${image}`;
  paper.write(
    "stories/2026/09/flood.md",
    `---\nheadline: Flood\n${head}\npublished: 2026-09-04T09:00Z\n---\nThen came [rescue](/2026/09/rescue/).\n`,
  );
  paper.write(
    "stories/2026/09/rescue.md",
    `---\nheadline: Rescue\n${head}\npublished: 2026-09-05T09:00Z\n---\nThere was [a flood](/2026/09/flood/).\n`,
  );
}

test("at every moment of a build each page is whole, and its links lead somewhere", async () => {
  const base = paperFrom(PAPER);
  await base.build();
  const paper = await copyOf(base, "watched", editAll);

  expect((await writesOf(paper)).filter(({ unsound }) => unsound.length > 0)).toEqual([]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("nor does a link go astray while new sections, policies and another stylesheet come", async () => {
  const base = paperFrom(PAPER);
  await base.build();
  const paper = await copyOf(base, "watched", editAll);
  paper.edit(
    "site.yaml",
    "sections:",
    "sections:\n  arts: { name: Arts }\n  sports: { name: Sports }",
  );
  const policies =
    "{ ethicsPolicy: /ethics/, correctionsPolicy: /mistakes/, ownershipFundingInfo: /about/ }";
  paper.edit("site.yaml", "sections:", `organization: { policies: ${policies} }\nsections:`);
  for (const name of ["ethics", "mistakes"]) {
    paper.write(`pages/${name}.md`, `---\ntitle: Our ${name}\n---\n[About us](/about/)\n`);
  }
  const project = join(base.folder, "project");
  for (const part of [".eleventy.ts", "layouts", "src", "package-lock.json"]) {
    cpSync(join(PROJECT_FOLDER, part), join(project, part), { recursive: true });
  }
  writeFileSync(join(project, "layouts/style.css"), "main { color: green }");
  const edited = Object.assign(paper, { projectFolder: project });

  expect((await writesOf(edited)).filter(({ unsound }) => unsound.length > 0)).toEqual([]);
  expect(differences(paper.output(), await fullOutput(edited))).toEqual([]);
});

test("a first build shows nothing before it shows all", async () => {
  const paper = paperFrom(PAPER);

  expect((await writesOf(paper)).filter(({ unsound }) => unsound.length > 0)).toEqual([]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("whenever a build is killed, the next one ends where a full one does", async () => {
  const base = paperFrom(PAPER);
  await base.build();
  const lived = await copyOf(base, "lived", editAll);
  const writes = await writesOf(lived);
  const [edited, asBefore] = [await fullOutput(lived), await fullOutput(base)];

  await inPairs([...spread(writes, 2).entries()], async ([index, diesAt]) => {
    const paper = await copyOf(base, `killed-${diesAt}`, editAll);
    const told = [await runDying(paper, diesAt)];
    const when = `killed at write ${diesAt}, ${writes[diesAt - 1]?.name}`;
    expect.soft(unsoundPages(paper.output()), when).toEqual([]);
    const isEdited = index % 2 === 0;
    if (isEdited) told.push(await runDying(paper, diesAt));
    else takeBack(base, paper);
    expect.soft(unsoundPages(paper.output()), `${when}, twice`).toEqual([]);
    const { changes } = await paper.build();
    if (told.every((text) => text === "")) {
      expect.soft(untoldChanges(base.output(), paper.output(), changes), when).toEqual([]);
    }
    expect.soft(differences(paper.output(), isEdited ? edited : asBefore), when).toEqual([]);
  });
}, 240_000);

test("whenever a first build is killed, nothing is to be seen, and the next one shows all", async () => {
  const base = paperFrom(PAPER);
  const writes = await writesOf(await copyOf(base, "lived"));
  const full = await fullOutput(base);

  await inPairs(spread(writes, 2), async (diesAt) => {
    const paper = await copyOf(base, `killed-${diesAt}`);
    await runDying(paper, diesAt);
    const when = `killed at write ${diesAt}, ${writes[diesAt - 1]?.name}`;
    const output = existsSync(paper.outputFolder) ? paper.output() : new Map();
    expect.soft(unsoundPages(output), when).toEqual([]);
    await paper.build();
    expect.soft(differences(paper.output(), full), when).toEqual([]);
  });
}, 240_000);

test("a build of thousands of pages that is killed on the way has finished those before", async () => {
  const paper = sunnyPaper(75);
  await paper.build();
  paper.edit("site.yaml", "The Daily Test", "The Nightly Test");

  await runDying(paper, 2_100, { kind: "rename" });
  const pages = [...paper.output().values()];
  const count = pages.filter((page) => page.includes("The Nightly Test")).length;
  expect(count).toBeGreaterThan(1_900);
  expect(count).toBeLessThan(pages.length - 50);
  expect(unsoundPages(paper.output())).toEqual([]);
  expect((await paper.build()).rendered).toBeLessThan(pages.length - 1_900);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}, 240_000);

test("a build with workers that is killed leaves whole pages, and the next one ends where a full one does", async () => {
  const paper = sunnyPaper(40);
  await paper.build();
  paper.edit("site.yaml", "The Daily Test", "The Nightly Test");

  await runDying(paper, 600, { kind: "rename", threads: 2 });
  const pages = [...paper.output().values()];
  const count = pages.filter((page) => page.includes("The Nightly Test")).length;
  expect(count).toBeGreaterThan(500);
  expect(count).toBeLessThan(700);
  expect(unsoundPages(paper.output())).toEqual([]);
  await paper.build({ threads: 2 });
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}, 240_000);

/** A paper with so many stories on each day of a February. */
function sunnyPaper(perDay: number): TestPaper {
  const paper = paperFrom(PAPER);
  const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, "0"));
  for (const day of days) {
    for (let number = 1; number <= perDay; number++) {
      const head = `headline: Sunny\npublished: 2026-02-${day}T09:00Z`;
      paper.write(`stories/2026/02/sun-${day}-${number}.md`, `---\n${head}\n---\nIt shines.\n`);
    }
  }
  return paper;
}

/** The paper in another folder, edited after a build in which nothing was to do. */
async function copyOf(base: TestPaper, name: string, edit?: (paper: TestPaper) => void) {
  const paper = new TestPaper(join(base.folder, name));
  cpSync(base.contentFolder, paper.contentFolder, { recursive: true, preserveTimestamps: true });
  if (edit === undefined) return paper;
  cpSync(base.outputFolder, paper.outputFolder, { recursive: true });
  cpSync(base.cacheFolder, paper.cacheFolder, { recursive: true });
  await paper.build();
  edit(paper);
  return paper;
}

function takeBack(base: TestPaper, paper: TestPaper): void {
  rmSync(paper.contentFolder, { recursive: true });
  cpSync(base.contentFolder, paper.contentFolder, { recursive: true });
}

/** One for each core of a small machine. */
async function inPairs<T>(values: readonly T[], work: (value: T) => Promise<void>): Promise<void> {
  const left = values.values();
  const worker = async () => {
    for (const value of left) await work(value);
  };
  await Promise.all([worker(), worker()]);
}
