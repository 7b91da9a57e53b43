import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import {
  filesOf,
  PROJECT_FOLDER,
  paperFrom,
  SITE_YAML,
  type TestPaper,
} from "./support/paper-from.ts";
import { useSamplePaper } from "./support/sample-paper.ts";

const sample = useSamplePaper();

const isValid = await (async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  // What places look like is another standard's matter.
  ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json" });
  const file = join(PROJECT_FOLDER, "tests/schemas/ninjs-schema_3.1.json");
  return ajv.compile(JSON.parse(readFileSync(file, "utf8")));
})();

function faultsOf(items: readonly unknown[]): unknown[] {
  return items.flatMap((item) => (isValid(item) ? [] : (isValid.errors ?? [])));
}

test("C3.1 whatever partners get of the sample paper follows the IPTC's schema", () => {
  const lists = [...filesOf(sample())].filter(([file]) => file.endsWith("/ninjs.json"));
  expect(lists.length).toBeGreaterThan(20);
  for (const [, text] of lists) expect(faultsOf(JSON.parse(text))).toEqual([]);
});

test("the schema is asked", () => {
  expect(faultsOf([{ uri: "urn:x", byline: "Ann" }, { headline: "Storm" }])).not.toEqual([]);
});

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

function partneredPaper(url = "https://example.org"): TestPaper {
  return paperFrom(`
-- site.yaml --
${SITE_YAML.replace("https://example.org", url)}
-- authors/ann.md --
---
name: Ann Lee
---
-- media/map.svg --
${PICTURE}
-- stories/2026/08/storm.md --
---
headline: Storm hits "Genoa"
kicker: Weather
dateline: GENOA, Italy
byline: [ann, Bo Dahl]
section: world
topics: [Storms]
summary: It rained.
published: 2026-08-01T09:00Z
updated: 2026-08-01T10:00Z
aliases: [/storm/]
kind: analysis
image: { src: map.svg, alt: A map, caption: Where it was, credit: Ann Lee }
corrections: [{ date: 2026-08-02, kind: correction, text: It was Genoa. }]
source: { name: The Wire, url: https://example.com/ }
---
Winds rise, as [before](/2026/07/calm/).
-- stories/2026/08/later.md --
---
headline: Later
published: 2026-08-01T20:00Z
---
More.
-- stories/2026/07/calm.md --
---
headline: Calm
published: 2026-07-01
---
None.
`);
}

const itemsAt = (paper: TestPaper, address: string) =>
  JSON.parse(Buffer.from(String(paper.page(address)), "latin1").toString());

test("C3.1 a story is in the list of its day with byline, place, headlines, text, dates and all else that it has", async () => {
  const paper = partneredPaper("https://example.org/paper");
  await paper.build();
  const [later, storm] = itemsAt(paper, "/2026/08/01/ninjs.json");
  expect(later).toMatchObject({ by: "The Daily Test", headlines: [{ value: "Later" }] });
  expect(storm).toEqual({
    uri: "https://example.org/paper/storm/",
    type: "text",
    representationType: "full",
    standard: {
      name: "ninjs",
      version: "3.1",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
    },
    firstCreated: "2026-08-01T05:00:00-04:00",
    versionCreated: "2026-08-02T00:00:00-04:00",
    contentCreated: "2026-08-01T05:00:00-04:00",
    pubStatus: "usable",
    language: "en",
    copyrightHolder: "The Wire",
    by: "Ann Lee and Bo Dahl",
    located: "GENOA, Italy",
    headlines: [
      { role: "main", value: "Storm hits “Genoa”" },
      { role: "kicker", value: "Weather" },
    ],
    descriptions: [
      { contentType: "text/plain", role: "summary", value: "It rained." },
      { contentType: "text/plain", role: "correction", value: "2026-08-02: It was Genoa." },
    ],
    bodies: [
      {
        role: "main",
        contentType: "text/html",
        value:
          '<p><span class="filed p-location">GENOA, Italy</span> — Winds rise, as <a href="https://example.org/paper/2026/07/calm/">before</a>.</p>\n',
      },
    ],
    subjects: [
      { name: "World", rel: "section", uri: "https://example.org/paper/world/" },
      { name: "Storms", rel: "topic", uri: "https://example.org/paper/topics/storms/" },
    ],
    genres: [{ name: "Analysis", uri: "http://cv.iptc.org/newscodes/genre/Analysis" }],
    infoSources: [{ name: "The Wire", uri: "https://example.com/" }],
    renditions: [
      { name: "web", href: "https://example.org/paper/2026/08/storm/", contentType: "text/html" },
    ],
    associations: [
      {
        name: "main",
        uri: expect.stringMatching(/^https:\/\/example\.org\/paper\/media\/map\.\w+\.svg$/),
        type: "picture",
        by: "Ann Lee",
        descriptions: [
          { role: "alt", value: "A map" },
          { role: "caption", value: "Where it was" },
        ],
        renditions: [{ name: "main", href: expect.any(String), width: 4, height: 3 }],
      },
    ],
  });
  expect(faultsOf([later, storm])).toEqual([]);
});

test("a section's list has its newest stories without their texts", async () => {
  const paper = partneredPaper();
  await paper.build();
  const items = itemsAt(paper, "/world/ninjs.json");
  expect(items).toMatchObject([
    { uri: "https://example.org/storm/", representationType: "partial" },
  ]);
  expect(items[0].bodies).toBeUndefined();
  expect(itemsAt(paper, "/science/ninjs.json")).toEqual([]);
});

test.each<[string, (paper: TestPaper) => void]>([
  ["a text changes", (paper) => paper.edit("stories/2026/08/storm.md", "Winds", "Waves")],
  ["what a text links to goes", (paper) => paper.remove("stories/2026/07/calm.md")],
  ["a picture changes", (paper) => paper.edit("media/map.svg", "4", "5")],
  ["an author is renamed", (paper) => paper.edit("authors/ann.md", "Ann", "Anna")],
  [
    "a story is withdrawn",
    (paper) =>
      paper.edit("stories/2026/08/storm.md", "kind: analysis", "status: withdrawn\nreason: Wrong."),
  ],
])("when %s, the list of the day is what a full build would make of it", async (_what, edit) => {
  const paper = partneredPaper();
  await paper.build();
  edit(paper);
  const { changes } = await paper.build();
  expect(changes.changed).toContain("/2026/08/01/ninjs.json");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a text may lead to what partners get, as long as it is there", async () => {
  const paper = partneredPaper();
  const guide = "[All](/world/ninjs.json) and [that day's](/2026/07/01/ninjs.json).";
  paper.write("pages/partners.md", `---\ntitle: Partners\n---\n${guide}\n`);
  expect((await paper.build()).problems).toEqual([]);
  const links = () => paper.page("/partners/")?.match(/(?<=<a href=")[^"]*ninjs\.json/g);
  expect(links()).toEqual(["/world/ninjs.json", "/2026/07/01/ninjs.json"]);

  paper.remove("stories/2026/07/calm.md");
  await paper.build();
  expect(links()).toEqual(["/world/ninjs.json"]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);

  paper.edit("site.yaml", "sections:", "feeds: none\nsections:");
  const { problems } = await paper.build();
  const dead = problems.filter(({ file }) => file === "pages/partners.md");
  expect(dead).toMatchObject([{ code: "link-dead" }, { code: "link-dead" }]);
  expect(links()).toBeNull();
});

test("a story with an error stays in the list of its day in its earlier form, without a text that is another by now", async () => {
  const paper = partneredPaper();
  await paper.build();
  const stormBeside = async (headline: string) => {
    paper.edit("stories/2026/08/later.md", /headline: .+/, `headline: ${headline}`);
    await paper.build();
    const [later, storm] = itemsAt(paper, "/2026/08/01/ninjs.json");
    expect(later.headlines[0].value).toBe(headline);
    expect(storm.headlines[0].value).toBe("Storm hits “Genoa”");
    return storm;
  };
  paper.edit("stories/2026/08/storm.md", "headline: Storm", "headline: [Storm");
  expect(await stormBeside("Latest")).toMatchObject({ representationType: "full", bodies: [{}] });
  paper.edit("stories/2026/08/storm.md", "Winds", "Waves");
  const storm = await stormBeside("The latest");
  expect(storm).toMatchObject({ representationType: "partial" });
  expect(storm.bodies).toBeUndefined();
});

test("C3.1 a story that stands where another stood has a name of its own", async () => {
  const paper = partneredPaper();
  await paper.build();
  paper.move("stories/2026/07/calm.md", "stories/2026/07/stillness.md");
  paper.edit("stories/2026/07/stillness.md", "published", "aliases: [/2026/07/calm/]\npublished");
  paper.write("stories/2026/07/calm.md", "---\nheadline: Calm again\npublished: 2026-07-02\n---\n");
  await paper.build();
  expect(itemsAt(paper, "/2026/07/01/ninjs.json")).toMatchObject([
    { uri: "https://example.org/2026/07/calm/" },
  ]);
  expect(itemsAt(paper, "/2026/07/02/ninjs.json")).toMatchObject([
    { uri: "https://example.org/2026/07/calm/#later" },
  ]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  paper.remove("stories/2026/07/stillness.md");
  await paper.build();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});
