import { join } from "node:path";
import satori from "satori";
import sharp from "sharp";
import { expect, test } from "vitest";
import { shareImage } from "../layouts/share-image.ts";
import { drawPng } from "../src/assets/draw-png.ts";
import { ICONS } from "../src/model/icon.ts";
import { isDrawable, SHARE_IMAGE_SIZE, SHARE_RECIPE } from "../src/model/share-image.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import {
  filesOf,
  PROJECT_FOLDER,
  paperFrom,
  SITE_YAML,
  type TestPaper,
} from "./support/paper-from.ts";

const story = (headline: string, published = "2026-08-01T09:00Z") => `---
headline: ${headline}
dateline: GENOA, Italy
section: world
published: ${published}
---
Winds rise.
`;

function sharingPaper(): TestPaper {
  return paperFrom(`
-- site.yaml --
${SITE_YAML}shareImagesSince: 2026-08-01
-- stories/2026/08/storm.md --
${story("Storm nears")}
-- stories/2026/08/arabic.md --
${story("العاصفة تقترب")}
-- stories/2026/07/calm.md --
${story("All calm", "2026-07-31T09:00Z")}
`);
}

function sharedBy(paper: TestPaper, address: string): string | undefined {
  return /og:image" content="https:\/\/example\.org(\/[^"]+)"/.exec(
    String(paper.page(address)),
  )?.[1];
}

const images = (paper: TestPaper) =>
  [...paper.output().keys()]
    .filter((file) => file.startsWith("share/"))
    .map((file) => file.replace(/\.[0-9a-f]{8}\./, "."));

test("a story has a picture for those who share it; an old one, and one that can't be drawn, the paper's", async () => {
  const paper = sharingPaper();
  await paper.build();
  expect(images(paper)).toEqual(["share/2026/08/storm.png", "share/paper.png"]);
  const storm = sharedBy(paper, "/2026/08/storm/") as string;
  const { width, height, format } = await sharp(join(paper.outputFolder, storm)).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
  const own = sharedBy(paper, "/2026/07/calm/");
  expect(own).toMatch(/^\/share\/paper\./);
  expect(sharedBy(paper, "/2026/08/arabic/")).toBe(own);
  expect(paper.page("/2026/08/storm/")).toMatch(
    /og:image:alt" content="Storm nears .* The Daily Test">/,
  );
});

test("another headline gives another picture, as in a full build", async () => {
  const paper = sharingPaper();
  await paper.build();
  const before = sharedBy(paper, "/2026/08/storm/");
  paper.edit("stories/2026/08/storm.md", "nears", "hits");
  const { changes } = await paper.build();
  expect(changes.added).toEqual([sharedBy(paper, "/2026/08/storm/")]);
  expect(changes.added).not.toEqual([before]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

/** They are in the same folder, with /favicon.ico. */
const ICON_FILES = ICONS.length + 1;

test.each([
  ["a draft again", "status: draft"],
  ["withdrawn", "status: withdrawn\nreason: It was wrong."],
])("nothing is left of the picture of a story that is %s", async (_title, lines) => {
  const paper = sharingPaper();
  await paper.build();
  const cached = () => [...filesOf(join(paper.cacheFolder, "pictures")).keys()].length;
  expect(cached()).toBe(ICON_FILES + 2);
  paper.edit("stories/2026/08/storm.md", "section: world", lines);
  await paper.build();
  expect(images(paper)).toEqual(["share/paper.png"]);
  expect(cached()).toBe(ICON_FILES + 1);
});

test("stories before the day that site.yaml names lose their pictures when that day is moved", async () => {
  const paper = sharingPaper();
  await paper.build();
  paper.edit("site.yaml", "2026-08-01", "2026-08-02");
  await paper.build();
  expect(sharedBy(paper, "/2026/08/storm/")).toMatch(/^\/share\/paper\./);
});

test("a preview draws none", async () => {
  const paper = sharingPaper();
  const { build } = await import("../src/build.ts");
  await build({ ...paper, isPreview: true }, paper.now);
  expect(images(paper)).toEqual([]);
});

test("the paper's typefaces have every character that is drawn", { timeout: 60_000 }, async () => {
  const blank: string[] = [];
  for (let code = 0x21; code < 0x2200; code++) {
    const character = String.fromCodePoint(code);
    if (!isDrawable(character) || /[\p{Z}\p{C}]/u.test(character)) continue;
    for (const face of ["Display", "Sans"]) {
      if (!(await hasInk(character, face))) blank.push(`${face} ${character}`);
    }
  }
  expect(blank).toEqual([]);
});

const FACES = await (await import("../src/assets/draw-png.ts")).readFaces(PROJECT_FOLDER);

async function hasInk(character: string, face: string): Promise<boolean> {
  const style = {
    fontFamily: `${face}, ${face} Rest, ${face} Ext, ${face} Cyrillic`,
    fontSize: 40,
  };
  const drawn = { type: "div", props: { style, children: character } };
  const svg = await satori(drawn as never, { width: 60, height: 60, fonts: FACES });
  return /<path[^>]* d="M/.test(svg);
}

test("a drawing comes out the same under the same recipe", async () => {
  const path = "stories/2026/08/storm.md";
  const shared = { path, headline: "“Storm” nears Genoa", line: "World", dateline: "GENOA, Italy" };
  const map = { width: 160, height: 120, paths: [{ d: "M10,10H150V110H10Z", fill: "#ded6c5" }] };
  const props = { paper: "Dateline", story: { ...shared, map }, recipe: SHARE_RECIPE };
  const drawn = JSON.stringify(shareImage(props));
  // Other drawings under the same name would never reach whoever has the old one: SHARE_RECIPE is to change with this.
  const { hash } = await import("node:crypto");
  expect([SHARE_RECIPE, hash("sha256", drawn).slice(0, 16)]).toMatchInlineSnapshot(`
    [
      "satori 0.63.2, resvg 2.6.2, card 3",
      "796e18e93c099918",
    ]
  `);
  const png = await drawPng(shareImage(props), SHARE_IMAGE_SIZE, PROJECT_FOLDER);
  expect(Buffer.from(await drawPng(shareImage(props), SHARE_IMAGE_SIZE, PROJECT_FOLDER))).toEqual(
    Buffer.from(png),
  );
});
