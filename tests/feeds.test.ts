import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const STORM = "stories/2026/08/storm.md";

/** Three stories; the first is in every kind of list, and its text leads everywhere. */
function newsroom(settings = ""): TestPaper {
  const paper = paperFrom(`
-- authors/ann.md --
---
name: Ann
---
-- media/pier.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>
-- pages/about.md --
---
title: About us
---
Us.
-- ${STORM} --
---
headline: Storm nears
dateline: NORFOLK, Va.
section: world
byline: [ann, Bo]
topics: [Wind]
published: 2026-08-02T09:00Z
image: { src: pier.svg, alt: The pier }
---
Winds rise[^1], as [before](/2026/08/calm/?a#b), says [the desk](/about/), not [this](/gone/).

## Aside

See [above](#aside) and ![The pier](pier.svg).

[^1]: By a lot.
-- stories/2026/08/calm.md --
---
headline: All calm
topics: [Wind]
published: 2026-08-01T09:00Z
---
Winds fall.
-- stories/2026/08/tide.md --
---
headline: Tide turns
section: science
published: 2026-08-01T10:00Z
---
It was late.
`);
  if (settings !== "") paper.edit("site.yaml", /$/, settings);
  return paper;
}

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_modified: string;
}

function itemsOf(paper: TestPaper, address = "/feed.json"): Item[] {
  const text = Buffer.from(String(paper.page(address)), "latin1").toString("utf8");
  return JSON.parse(text).items;
}

/** Addresses of feeds and of what browsers poll. */
function feedsIn(paper: TestPaper): string[] {
  return [...paper.output().keys()].filter((file) =>
    /(feed|atom)\.xml$|(feed|latest)\.json$/.test(file),
  );
}

test("there are feeds of the paper and its sections in three formats, of authors, topics and corrections in RSS", async () => {
  const paper = newsroom();
  await paper.build();
  expect(feedsIn(paper)).toEqual([
    "atom.xml",
    "authors/ann/feed.xml",
    "corrections/feed.xml",
    "feed.json",
    "feed.xml",
    "latest.json",
    "science/atom.xml",
    "science/feed.json",
    "science/feed.xml",
    "science/latest.json",
    "topics/wind/feed.xml",
    "world/atom.xml",
    "world/feed.json",
    "world/feed.xml",
    "world/latest.json",
  ]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
});

test("C5.4: full text begins with the dateline and has no relative URL, script or style", async () => {
  const paper = newsroom();
  await paper.build();
  const [storm] = itemsOf(paper) as [Item];
  const text = storm.content_html;
  expect(text.replace(/<[^>]+>/g, "").trim()).toMatch(/^NORFOLK, Va\. — Winds rise/);
  const urls = [...text.matchAll(/ (?:href|src|srcset)="([^"]+)"/g)].map(([, url]) => url);
  expect(urls).toEqual([
    "https://example.org/2026/08/storm/#fn1",
    "https://example.org/2026/08/calm/?a#b",
    "https://example.org/about/",
    "https://example.org/2026/08/storm/#aside",
    expect.stringMatching(/^https:\/\/example\.org\/media\/pier\.\w{8}\.svg$/),
    "https://example.org/2026/08/storm/#fnref1",
    expect.stringMatching(/^https:\/\/example\.org\/media\/pier\.\w{8}\.svg$/),
  ]);
  expect(text).not.toMatch(/<script|<style| style=/);
});

test("with `feeds: summary` no feed has the text", async () => {
  const paper = newsroom("feeds: summary\n");
  paper.edit(STORM, "section", "summary: In short.\nsection");
  await paper.build();
  expect(itemsOf(paper)[0]?.content_html).toContain("<p>NORFOLK, Va. — In short.</p>\n");
  for (const file of feedsIn(paper)) {
    expect(paper.output().get(file)).not.toContain("Winds rise");
  }
});

test("with `feeds: none` programs get no texts, and no page names a feed", async () => {
  const paper = newsroom();
  await paper.build();
  paper.write("site.yaml", `${paper.read("site.yaml")}feeds: none\n`);
  await paper.build();
  const files = [...paper.output()];
  expect(files.map(([file]) => file).filter((file) => /feed|atom|ninjs/.test(file))).toEqual([]);
  for (const [file, text] of files.filter(([file]) => file.endsWith(".html"))) {
    expect(text, file).not.toMatch(/(feed|atom)\.(xml|json)/);
  }
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a feed carries no more than 50 stories, and an edit of an older one looks at none", async () => {
  const paper = newsroom();
  for (let number = 10; number < 62; number++) {
    paper.write(
      `stories/2026/09/story-${number}.md`,
      `---\nheadline: Story ${number}\nsection: world\npublished: ${new Date(Date.UTC(2026, 8, 1, 9, number)).toISOString()}\n---\nText.\n`,
    );
  }
  await paper.build();
  for (const address of ["/feed.json", "/world/feed.json"]) {
    const titles = itemsOf(paper, address).map(({ title }) => title);
    expect(titles).toHaveLength(50);
    expect(titles.slice(0, 2)).toEqual(["Story 61", "Story 60"]);
  }
  paper.edit("stories/2026/08/tide.md", "It was late.", "It was early.");
  const { changes, unchanged } = await paper.build();
  expect({ changed: changes.changed, unchanged }).toEqual({
    changed: [
      "/2026/08/01/ninjs.json",
      "/2026/08/tide/",
      "/science/atom.xml",
      "/science/feed.json",
      "/science/feed.xml",
    ],
    unchanged: expect.any(Number),
  });
});

test("C5.6, C6: an id survives another headline and a moved file with an alias", async () => {
  const paper = newsroom();
  await paper.build();
  const [before] = itemsOf(paper) as [Item];
  paper.edit(STORM, "Storm nears", "Storm hits");
  await paper.build();
  paper.move(STORM, "stories/2026/08/gale.md");
  paper.edit("stories/2026/08/gale.md", "section", "aliases: [/2026/08/storm/]\nsection");
  await paper.build();
  expect(itemsOf(paper)[0]).toMatchObject({
    id: before.id,
    url: "https://example.org/2026/08/gale/",
    title: "Storm hits",
    date_modified: before.date_modified,
  });
  expect(before.id).toBe("https://example.org/2026/08/storm/");
  for (const file of ["feed.xml", "atom.xml"]) expect(paper.page(`/${file}`)).toContain(before.id);
});

test("C5.3: a story that takes the place of a moved one is none that readers of feeds have read", async () => {
  const paper = newsroom();
  await paper.build();
  paper.move(STORM, "stories/2026/08/gale.md");
  paper.edit("stories/2026/08/gale.md", "section", "aliases: [/2026/08/storm/]\nsection");
  await paper.build();
  paper.write(
    STORM,
    "---\nheadline: Another storm\nsection: science\npublished: 2026-08-03T09:00Z\n---\nAgain.\n",
  );
  await paper.build();
  expect(itemsOf(paper).map(({ id, title }) => [title, id])).toEqual([
    ["Another storm", "https://example.org/2026/08/storm/#later"],
    ["Storm nears", "https://example.org/2026/08/storm/"],
    ["Tide turns", "https://example.org/2026/08/tide/"],
    ["All calm", "https://example.org/2026/08/calm/"],
  ]);
  paper.edit("stories/2026/08/gale.md", /aliases.*\n/, "");
  await paper.build();
  expect(itemsOf(paper)[0]?.id).toBe("https://example.org/2026/08/storm/");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("C6: updated moves with an update and a correction, not with another text", async () => {
  const paper = newsroom();
  await paper.build();
  const modified = () => itemsOf(paper)[0]?.date_modified;
  const before = modified();
  paper.edit(STORM, "Winds rise", "Winds rose");
  await paper.build();
  expect(modified()).toBe(before);
  expect(itemsOf(paper)[0]?.content_html).toContain("Winds rose");

  paper.edit(STORM, "section", "updated: 2026-08-03T09:00Z\nsection");
  await paper.build();
  expect(modified()).toBe("2026-08-03T05:00:00-04:00");
  expect(paper.page("/atom.xml")).toContain("<updated>2026-08-03T05:00:00-04:00</updated>");
  expect(paper.page("/feed.xml")).toContain(
    "<lastBuildDate>Mon, 03 Aug 2026 05:00:00 -0400</lastBuildDate>",
  );
});

const CORRECTED = `corrections:
  - { date: 2026-08-04, kind: clarification, text: In knots. }
  - { date: 2026-08-03, kind: correction, text: It was Bo. }
section`;

test("C5.6, C12.7: a corrected story carries its corrections, and so does the feed of corrections", async () => {
  const paper = newsroom();
  await paper.build();
  paper.edit(STORM, "section", CORRECTED);
  await paper.build();
  expect(itemsOf(paper)[0]?.content_html).toMatch(
    /<strong>Clarification<\/strong> .*: In knots\.<\/p>\n.*<strong>Correction<\/strong> .*: It was Bo\./,
  );
  const feed = String(paper.page("/corrections/feed.xml"));
  const ids = [...feed.matchAll(/<guid isPermaLink="false">([^<]+)</g)].map(([, id]) => id);
  expect(ids).toEqual([
    "https://example.org/2026/08/storm/#correction-2",
    "https://example.org/2026/08/storm/#correction-1",
  ]);
  expect(feed).toContain("<title>Clarification: Storm nears</title>");
  expect(feed).toContain("<pubDate>Tue, 04 Aug 2026 00:00:00 -0400</pubDate>");
  expect(feed).toContain("In knots.");
  expect(feed).not.toContain("Winds");
});

test("a withdrawn story vanishes from every feed", async () => {
  const paper = newsroom();
  await paper.build();
  paper.edit(STORM, "section", "status: withdrawn\nreason: Wrong.\nsection");
  await paper.build();
  for (const file of feedsIn(paper)) {
    const text = paper.output().get(file);
    expect(text).not.toContain("Storm");
    if (!file.endsWith("latest.json")) expect(text).not.toContain("storm");
  }
});

test("a story with an error keeps its text in feeds, or has its summary there, and holds up no other", async () => {
  const paper = newsroom();
  await paper.build();
  paper.edit(STORM, "dateline", "summary: In short.\ndateline");
  await paper.build();
  paper.edit(STORM, "headline", "headlin");
  paper.edit("stories/2026/08/tide.md", "Tide turns", "Tide will turn");
  await paper.build();
  expect(itemsOf(paper)[0]?.content_html).toContain("Winds rise");

  paper.edit(STORM, "Winds rise", "Winds rose");
  paper.edit("stories/2026/08/tide.md", "Tide will turn", "Tide has turned");
  const { keptStories, queued } = await paper.build();
  expect({ keptStories, queued }).toEqual({ keptStories: [STORM], queued: 0 });
  const [storm, tide] = itemsOf(paper);
  expect(tide?.title).toBe("Tide has turned");
  expect(storm).toMatchObject({
    title: "Storm nears",
    content_html: expect.stringContaining("<p>NORFOLK, Va. — In short.</p>\n"),
  });

  paper.edit(STORM, "headlin", "headline");
  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a feed waits for the text that changed while it was made, and has it after the next build", async () => {
  const paper = newsroom();
  await paper.build();
  paper.edit("stories/2026/08/tide.md", "Tide turns", "Tide has turned");
  // Recorded, and edited before anything is rendered.
  await paper.build({ isRecordOnly: true });
  appendFileSync(join(paper.contentFolder, STORM), "\nAnd more.\n");
  await paper.build({ saved: new Set() });
  expect(itemsOf(paper)[1]?.title).toBe("Tide turns");
  await paper.build();
  expect(itemsOf(paper)[0]?.content_html).toContain("And more.");
  expect(itemsOf(paper)[1]?.title).toBe("Tide has turned");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

const EDITS: Record<string, (paper: TestPaper) => void> = {
  "another headline": (paper) => paper.edit(STORM, "Storm nears", "Storm hits"),
  "another text": (paper) => paper.edit(STORM, "Winds rise", "Winds rose"),
  "a correction": (paper) => paper.edit(STORM, "section", CORRECTED),
  "a withdrawal": (paper) =>
    paper.edit(STORM, "section", "status: withdrawn\nreason: Wrong.\nsection"),
  "a removal": (paper) => paper.remove(STORM),
  "a moved file with an alias": (paper) => {
    paper.move(STORM, "stories/2026/08/gale.md");
    paper.edit("stories/2026/08/gale.md", "section", "aliases: [/2026/08/storm/]\nsection");
  },
  "another section": (paper) => paper.edit(STORM, "section: world", "section: science"),
  "other topics": (paper) => paper.edit(STORM, "[Wind]", "[Rain]"),
  "another name of a topic": (paper) =>
    paper.edit("stories/2026/08/calm.md", "topics: [Wind]", "topics: [WIND]"),
  "another name of an author": (paper) => paper.edit("authors/ann.md", "Ann", "Anna"),
  "another picture": (paper) => paper.edit("media/pier.svg", 'width="20"', 'width="30"'),
  "a link that leads nowhere any more": (paper) => paper.remove("stories/2026/08/calm.md"),
  "a link that leads somewhere now": (paper) =>
    paper.write("pages/gone.md", "---\ntitle: Gone\n---\nBack.\n"),
  "an author without stories": (paper) =>
    paper.write("authors/cy.md", "---\nname: Cy\n---\nWrites.\n"),
  "a section that comes": (paper) =>
    paper.edit("site.yaml", "sections:", "sections:\n  opinion: { name: Opinion }"),
  "a section that goes": (paper) => {
    paper.remove("stories/2026/08/tide.md");
    paper.edit("site.yaml", /\n {2}science.*/, "");
  },
  summaries: (paper) => paper.edit("site.yaml", /$/, "feeds: summary\n"),
  "a hub": (paper) => paper.edit("site.yaml", /$/, "hub: https://hub.example/\n"),
};

test.each(Object.entries(EDITS))(
  "%s: feeds are as a full build makes them",
  async (_what, edit) => {
    const paper = newsroom();
    await paper.build();
    const before = feedsIn(paper).map((file) => paper.output().get(file));
    edit(paper);
    await paper.build();
    expect(feedsIn(paper).map((file) => paper.output().get(file))).not.toEqual(before);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  },
);
