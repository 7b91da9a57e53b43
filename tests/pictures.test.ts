import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { build } from "../src/build.ts";
import { ICONS } from "../src/model/icon.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { drawnPixels } from "./support/drawn-pixels.ts";
import { filesOf, PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";

const STORM = "stories/2026/08/storm.md";

const PAPER = `
-- ${STORM} --
---
headline: Storm nears
published: 2026-08-01T09:00Z
image: { src: 2026/pier.jpg, alt: The pier under water }
---
Winds rise.

::: figure
![A chart of the wind](wind.png)
The wind on Friday.
:::
-- authors/maria-alvarez.md --
---
name: Maria Alvarez
image: { src: maria.jpg, alt: Maria Alvarez at her desk }
---
She writes.
`;

const jpeg = async (width: number, height: number) =>
  await drawnPixels(width, height).jpeg().toBuffer();

async function illustratedPaper(pierWidth = 500): Promise<TestPaper> {
  const paper = paperFrom(PAPER);
  paper.write("media/2026/pier.jpg", await jpeg(pierWidth, Math.round((pierWidth * 2) / 3)));
  paper.write("media/wind.png", await drawnPixels(300, 200).png().toBuffer());
  paper.write("media/maria.jpg", await jpeg(400, 400));
  return paper;
}

/** Published pictures without their hashes. */
function pictures(paper: TestPaper): string[] {
  const files = [...paper.output().keys()].filter((file) => file.startsWith("media/"));
  return files.map((file) => file.replace(/\.[0-9a-f]{8}\./, ".")).sort();
}

const unhashed = (page: string | undefined) => String(page).replace(/\.[0-9a-f]{8}\./g, ".");

test("a reader gets each picture in widths that it has, in AVIF, WebP and what every browser shows", async () => {
  const paper = await illustratedPaper(1200);
  expect(await paper.build()).toMatchObject({ problems: [] });

  const pier = [480, 960, 1200].flatMap((width) =>
    ["avif", "jpg", "webp"].map((format) => `media/2026/pier-${width}.${format}`),
  );
  const maria = ["avif", "jpg", "webp"].map((format) => `media/maria-400.${format}`);
  const wind = ["avif", "png", "webp"].map((format) => `media/wind-300.${format}`);
  expect(pictures(paper)).toEqual([...pier, ...maria, ...wind].sort());

  const page = unhashed(paper.page("/2026/08/storm/"));
  expect(page).toMatch(
    /<picture><source type="image\/avif" srcset="\/media\/2026\/pier-480\.avif 480w, \/media\/2026\/pier-960\.avif 960w, \/media\/2026\/pier-1200\.avif 1200w" sizes="[^"]+"><source type="image\/webp" [^>]+><img src="\/media\/2026\/pier-960\.jpg" srcset="[^"]+" sizes="[^"]+" alt="The pier under water" width="1200" height="800" fetchpriority="high" class="u-featured"><\/picture>/,
  );
  expect(page).toMatch(
    /<img src="\/media\/wind-300\.png" [^>]*alt="A chart of the wind" width="300" height="200" loading="lazy" decoding="async"><\/picture><figcaption>/,
  );
  expect(unhashed(paper.page("/"))).toContain("pier-960.jpg");
  expect(unhashed(paper.page("/authors/maria-alvarez/"))).toContain(
    'alt="Maria Alvarez at her desk" width="400" height="400"',
  );
});

describe("Readers get what a full build would give them when", () => {
  const edits: Record<string, (paper: TestPaper) => void | Promise<void>> = {
    "a picture is replaced": async (paper) =>
      paper.write("media/2026/pier.jpg", await jpeg(510, 300)),
    "a picture is replaced by a small one": async (paper) =>
      paper.write("media/2026/pier.jpg", await jpeg(450, 300)),
    "a portrait is replaced": async (paper) => paper.write("media/maria.jpg", await jpeg(300, 300)),
    "a portrait goes": (paper) => paper.edit("authors/maria-alvarez.md", /image: .*\n/, ""),
    "a story is withdrawn": (paper) =>
      paper.edit(STORM, "image:", "status: withdrawn\nreason: It was wrong.\nimage:"),
    "a story is a draft again": (paper) => paper.edit(STORM, "image:", "status: draft\nimage:"),
  };

  test.each(Object.entries(edits))("%s", async (_title, edit) => {
    const paper = await illustratedPaper();
    await paper.build();
    await edit(paper);
    await paper.build();
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });
});

test("a picture that breaks is reported, and pages are published without it", async () => {
  const paper = await illustratedPaper();
  paper.write("media/2026/pier.jpg", (await jpeg(600, 400)).subarray(0, 3000));
  const { problems } = await paper.build();
  expect(problems).toMatchObject([
    { file: "media/2026/pier.jpg", line: 1, column: 1, code: "picture-damaged" },
  ]);
  expect(paper.page("/2026/08/storm/")).not.toContain("pier");
  expect((await paper.build()).problems).toEqual(problems);
});

test.each(["draft", "withdrawn"])(
  "nothing is left of the pictures of a story that is %s",
  async (status) => {
    const paper = await illustratedPaper();
    await paper.build();
    const cached = () => [...filesOf(join(paper.cacheFolder, "pictures")).keys()];
    // The icons, and /favicon.ico, are there too.
    const icons = ICONS.length + 1;
    expect(cached().length).toBe(icons + 12);
    paper.edit(STORM, "image:", `status: ${status}\nreason: It was wrong.\nimage:`);
    if (status === "draft") paper.edit(STORM, /reason: .*\n/, "");
    await paper.build();
    expect(pictures(paper)).toEqual(
      ["avif", "jpg", "webp"].map((name) => `media/maria-400.${name}`),
    );
    expect(cached().length).toBe(icons + 3);
  },
);

test("pictures are made once: for another output folder they are taken from the cache", async () => {
  const paper = await illustratedPaper();
  await paper.build();
  const cache = join(paper.cacheFolder, "pictures");
  for (const path of filesOf(cache).keys()) writeFileSync(join(cache, path), `made as ${path}`);
  const outputFolder = join(paper.folder, "elsewhere");
  await build({ ...paper, outputFolder }, paper.now);
  const copied = [...filesOf(outputFolder)].filter(([file]) => file.startsWith("media/"));
  expect(copied.length).toBe(12);
  for (const [, bytes] of copied) expect(bytes).toMatch(/^made as /);
});

/** Renditions as a process makes them whose decoder and encoders were told to use so many threads. */
function renditionsWith(threads: number, file: string): string {
  const script = `
    import { readFileSync } from "node:fs";
    import { hash } from "node:crypto";
    import { makeRendition } from "${join(PROJECT_FOLDER, "src/assets/make-rendition.ts")}";
    const source = readFileSync(${JSON.stringify(file)});
    for (const format of ["avif", "webp", "jpeg", "png"])
      console.log(hash("sha256", await makeRendition(source, { width: 960, format })));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, VIPS_CONCURRENCY: String(threads) },
  });
}

test("a picture has the same bytes on a machine with one core and with four", async () => {
  const paper = await illustratedPaper(1200);
  const file = join(paper.contentFolder, "media/2026/pier.jpg");
  const made = renditionsWith(1, file);
  expect(made.split("\n").length).toBe(5);
  expect(renditionsWith(4, file)).toBe(made);
});

describe("A picture is upright and has its colors, though its file", () => {
  const drawing = () => drawnPixels(600, 400);
  const turned = async (orientation: number) => {
    const angle = { 3: 180, 6: 270, 8: 90 }[orientation] as number;
    const lying = await drawing().rotate(angle).png().toBuffer();
    return await sharp(lying).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  };
  const files: Record<string, () => Promise<Uint8Array>> = {
    "lies on its head": () => turned(3),
    "lies on its left side": () => turned(6),
    "lies on its right side": () => turned(8),
    "is made for print": () =>
      drawing().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }).toBuffer(),
    "has 16 bits for each color": () => drawing().toColourspace("rgb16").png().toBuffer(),
    "is in wide colors": () => drawing().withIccProfile("p3").jpeg({ quality: 95 }).toBuffer(),
    "is transparent": () => drawing().ensureAlpha(1).png().toBuffer(),
    moves: async () => {
      const frames = [await drawing().png().toBuffer(), await drawing().negate().png().toBuffer()];
      return await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer();
    },
  };

  test.each(Object.entries(files))("%s", async (_title, makeFile) => {
    const { makeRendition } = await import("../src/assets/make-rendition.ts");
    const source = await makeFile();
    for (const format of ["avif", "webp", "jpeg", "png"] as const) {
      const made = await makeRendition(source, { width: 480, format });
      const { data, info } = await sharp(made)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([480, 320]);
      const colorAt = (x: number, y: number) => [
        ...data.subarray((y * 480 + x) * 3).subarray(0, 3),
      ];
      const strongest = (color: number[]) => color.indexOf(Math.max(...color));
      expect([colorAt(60, 40), colorAt(420, 40), colorAt(60, 280)].map(strongest)).toEqual([
        0, 1, 2,
      ]);
      expect(Math.min(...colorAt(420, 280))).toBeGreaterThan(190);
    }
  });
});

test("a picture keeps its credits, and not where it was taken", async () => {
  const { makeRendition } = await import("../src/assets/make-rendition.ts");
  const source = await drawnPixels(600, 400)
    .withExif({
      IFD0: { Artist: "Maria Alvarez & Sons", Copyright: "The Daily Test" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "44/1 24/1 0/1" },
    })
    .jpeg()
    .toBuffer();
  expect((await sharp(source).metadata()).exif).toBeDefined();
  for (const format of ["avif", "webp", "jpeg", "png"] as const) {
    const { exif, xmp } = await sharp(
      await makeRendition(source, { width: 480, format }),
    ).metadata();
    expect(exif?.toString("latin1") ?? "").not.toMatch(/Alvarez|GPS/);
    expect(String(xmp)).toContain("<rdf:li>Maria Alvarez &amp; Sons</rdf:li>");
    expect(String(xmp)).toContain("The Daily Test</rdf:li>");
  }
});
