import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { build } from "../src/build.ts";
import { ICONS } from "../src/model/icon.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { drawnPixels } from "./support/drawn-pixels.ts";
import { filesOf, PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";
import { toldPage } from "./support/told-page.ts";

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
  const shapes = ["1200x675", "1064x798", "800x800"].map((size) => `media/2026/pier-${size}.jpg`);
  const maria = ["avif", "jpg", "webp"].map((format) => `media/maria-400.${format}`);
  const wind = ["avif", "png", "webp"].map((format) => `media/wind-300.${format}`);
  expect(pictures(paper)).toEqual([...pier, ...shapes, ...maria, ...wind].sort());

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
    "the lead picture of a story becomes one in its text": (paper) =>
      paper.edit(STORM, /image: .*\n([\s\S]*)wind.png/, "$12026/pier.jpg"),
    "a picture in the text becomes the lead": (paper) =>
      paper.edit(STORM, "2026/pier.jpg", "wind.png"),
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
    expect(cached().length).toBe(icons + 15);
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
  expect(copied.length).toBe(15);
  for (const [, bytes] of copied) expect(bytes).toMatch(/^made as /);
});

describe("C2.2 Search engines get a lead picture in 16x9, 4x3 and 1x1:", () => {
  const RATIOS = [16 / 9, 4 / 3, 1];
  const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
    <rect width="300" height="100" fill="#1d2733"/><circle cx="20" cy="50" r="15" fill="#ff0000"/>
    <circle cx="280" cy="50" r="15" fill="#00ff00"/></svg>`;

  async function leadPaper(src: string, bytes: string | Uint8Array): Promise<TestPaper> {
    const [story = ""] = PAPER.replace("2026/pier.jpg", src).split("::: figure");
    const paper = paperFrom(story);
    paper.write(`media/${src}`, bytes);
    expect(await paper.build()).toMatchObject({ problems: [] });
    return paper;
  }

  /** Files of the output that the JSON-LD of a story names. */
  function named(paper: TestPaper): string[] {
    const { image = [] } = toldPage(paper.outputFolder, "/2026/08/storm/").facts[0];
    const files: string[] = image.map((url: string) => url.slice("https://example.org/".length));
    return files.map((file) => join(paper.outputFolder, file));
  }

  const sizesOf = async (files: readonly string[]) =>
    await Promise.all(files.map(async (file) => await sharp(file).metadata()));

  async function pixelAt(file: string, x: number, y: number): Promise<number[]> {
    const at = { left: Math.round(x), top: Math.round(y), width: 1, height: 1 };
    return [...(await sharp(file).extract(at).removeAlpha().raw().toBuffer())];
  }

  test.each([
    ["a photograph", "a.jpg", [1200, 1200, 1200], async () => await jpeg(1600, 1200)],
    ["a photograph of less", "a.jpg", [800, 712, 534], async () => await jpeg(800, 534)],
    [
      "a chart",
      "a.png",
      [1200, 1200, 1200],
      async () => await drawnPixels(1200, 600).png().toBuffer(),
    ],
    [
      "a chart of less",
      "a.png",
      [592, 500, 500],
      async () => await drawnPixels(500, 333).png().toBuffer(),
    ],
    ["a drawing", "a.svg", [1200, 1200, 1200], () => DRAWING],
  ])("%s", async (_title, src, widths, bytes) => {
    const sizes = await sizesOf(named(await leadPaper(src, await bytes())));
    expect(sizes.map(({ width }) => width)).toEqual(widths);
    expect(sizes.map(({ width, height }) => width / height)).toEqual(RATIOS);
    expect(sizes.filter(({ width, height }) => width * height < 50_000)).toEqual([]);
  });

  test("a picture too small for a shape is in the others, one too small for all is not named", async () => {
    const [file, ...others] = named(await leadPaper("a.jpg", await jpeg(300, 200)));
    expect(await sizesOf([String(file)])).toMatchObject([{ width: 264, height: 198 }]);
    expect(others).toEqual([]);
    expect(named(await leadPaper("a.png", await drawnPixels(240, 200).png().toBuffer()))).toEqual(
      [],
    );
  });

  test("a drawing stands whole on its own ground, a photograph is cut where little happens", async () => {
    const drawings = named(await leadPaper("a.svg", DRAWING));
    for (const file of drawings) {
      const { width, height } = await sharp(file).metadata();
      expect(await pixelAt(file, 0, 0)).toEqual([0x1d, 0x27, 0x33]);
      expect(await pixelAt(file, width / 2, height - 1)).toEqual([0x1d, 0x27, 0x33]);
      expect(await pixelAt(file, width / 15, height / 2)).toEqual([255, 0, 0]);
      expect(await pixelAt(file, (width / 15) * 14, height / 2)).toEqual([0, 255, 0]);
    }
    const calm = {
      create: { width: 1600, height: 600, channels: 3, background: "#777" },
    } as const;
    const face = await drawnPixels(250, 250).png().toBuffer();
    const photograph = sharp(calm).composite([{ input: face, left: 1300, top: 150 }]);
    const square = named(await leadPaper("a.jpg", await photograph.jpeg().toBuffer()))[2];
    // Whoever cuts in the middle has gray alone.
    const { channels } = await sharp(String(square)).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
  });

  test("of a drawing with text, the same on machines with other typefaces", async () => {
    const { drawFile } = await import("../src/assets/draw-file.ts");
    const text =
      '<text x="50" y="60" font-family="DejaVu Serif, Georgia">Genoa, Łódź, Москва</text>';
    const drawn = (svg: string) =>
      hash(
        "sha256",
        drawFile(Buffer.from(svg), { width: 1200, height: 675, format: "png" }, PROJECT_FOLDER),
      );
    const withText = DRAWING.replace("</svg>", `${text}</svg>`);
    expect(drawn(withText)).not.toBe(drawn(DRAWING));
    for (const family of ["Courier", "serif", "monospace", "sans-serif"]) {
      expect(drawn(withText.replace("DejaVu Serif, Georgia", family))).toBe(drawn(withText));
    }
  });

  test("not of pictures that lead no story, nor of a story that was withdrawn", async () => {
    const paper = await leadPaper("a.svg", DRAWING);
    const shapes = () => pictures(paper).filter((file) => /\d+x\d+/.test(file));
    expect(shapes()).toEqual(
      ["1200x1200", "1200x675", "1200x900"].map((size) => `media/a-${size}.png`),
    );
    paper.edit(STORM, "image:", "status: withdrawn\nreason: It was wrong.\nimage:");
    await paper.build();
    expect(shapes()).toEqual([]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });
});

/** Renditions as a process makes them whose decoder and encoders were told to use so many threads. */
function renditionsWith(threads: number, file: string): string {
  const script = `
    import { readFileSync } from "node:fs";
    import { hash } from "node:crypto";
    import { makeRendition } from "${join(PROJECT_FOLDER, "src/assets/make-rendition.ts")}";
    const source = readFileSync(${JSON.stringify(file)});
    for (const format of ["avif", "webp", "jpeg", "png"])
      console.log(hash("sha256", await makeRendition(source, { width: 960, format })));
    for (const fit of ["cut", "whole"])
      console.log(hash("sha256", await makeRendition(source, { width: 400, height: 400, fit, format: "jpeg" })));`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, VIPS_CONCURRENCY: String(threads) },
  });
}

test("a picture has the same bytes on a machine with one core and with four", async () => {
  const paper = await illustratedPaper(1200);
  const file = join(paper.contentFolder, "media/2026/pier.jpg");
  const made = renditionsWith(1, file);
  expect(made.split("\n").length).toBe(7);
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
    const forms = [
      ...(["avif", "webp", "jpeg", "png"] as const).map((format) => ({ width: 480, format })),
      ...(["cut", "whole"] as const).map(
        (fit) => ({ width: 480, height: 320, fit, format: "png" }) as const,
      ),
    ];
    for (const form of forms) {
      const made = await makeRendition(source, form);
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
