import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { readPicture } from "../../src/content/read-picture.ts";
import { formatProblem } from "../../src/desk/format-problem.ts";
import { drawnPixels } from "../support/drawn-pixels.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "dateline-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

async function read(path: string, bytes: string | Uint8Array) {
  writeFileSync(join(FOLDER, path), bytes);
  return await readPicture({ path }, FOLDER, undefined);
}

async function report(path: string, bytes: string | Uint8Array): Promise<string> {
  const { problems } = await read(path, bytes);
  const lines = path.endsWith(".svg") ? bytes.toString().split("\n") : [];
  return problems.map((problem) => formatProblem(problem, lines[problem.line - 1])).join("\n\n");
}

const svg = (inside: string, attributes = 'viewBox="0 0 64 36"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

const PNG = await drawnPixels(60, 40).png().toBuffer();
const JPEG = await drawnPixels(600, 400).jpeg().toBuffer();

const turned = async (orientation: number) =>
  await sharp(JPEG).withMetadata({ orientation }).jpeg().toBuffer();

/** Each ten times in the next: together more than anybody can draw. */
const ELEMENTS = Array.from(
  { length: 9 },
  (_, index) => `<g id="a${index}">${`<use href="#a${index - 1}"/>`.repeat(10)}</g>`,
).join("");

const FORMS = [
  ["a.jpg", JPEG, { width: 600, height: 400, format: "jpeg" }],
  ["lying.jpg", await turned(6), { width: 400, height: 600, format: "jpeg" }],
  ["upside-down.jpg", await turned(3), { width: 600, height: 400, format: "jpeg" }],
  ["named.png", JPEG, { width: 600, height: 400, format: "jpeg" }],
  ["a.png", PNG, { width: 60, height: 40, format: "png" }],
  ["a.webp", await sharp(PNG).webp().toBuffer(), { width: 60, height: 40, format: "jpeg" }],
  [
    "a.avif",
    await sharp(PNG).avif({ effort: 0 }).toBuffer(),
    { width: 60, height: 40, format: "jpeg" },
  ],
  [
    "clear.webp",
    await sharp(PNG).ensureAlpha(0.5).webp().toBuffer(),
    { width: 60, height: 40, format: "png" },
  ],
  ["box.svg", svg(""), { width: 64, height: 36, format: "svg" }],
  ["sized.svg", svg("", 'width="1in" height="48"'), { width: 96, height: 48, format: "svg" }],
  [
    "half.svg",
    svg("", 'width="128" viewBox="0 0 64 36"'),
    { width: 128, height: 72, format: "svg" },
  ],
  [
    "share.svg",
    svg("", 'width="100%" viewBox="0 0 64 36"'),
    { width: 64, height: 36, format: "svg" },
  ],
  ["bare.svg", svg("", ""), { width: 300, height: 150, format: "svg" }],
] as const;

const UNDRAWABLE = [
  ["signs that the paper's typefaces don't have", "<text>Yes → no</text>"],
  ["such signs as numbers", "<text>Yes &#x2192; no</text>"],
  ["text of another script in parts", '<text>In <tspan dy="3">東京</tspan></text>'],
  ["a filter", '<filter id="glow"><feTurbulence numOctaves="100000000"/></filter>'],
  ["colors of the page that it stands on", '<rect fill="var(--accent)"/>'],
  ["endless copies of itself", ELEMENTS.replaceAll("<g", '<g opacity="0.5"')],
] as const;

describe("A drawing is shown, but not made into pixels, with", () => {
  test.each(UNDRAWABLE)("%s", async (_title, inside) => {
    expect(await read("a.svg", svg(inside))).toMatchObject({
      outcome: { kind: "copied", form: { isUndrawable: true } },
      problems: [],
    });
  });
});

test("a drawing with text that the paper's typefaces have can be made into pixels", async () => {
  const inside = "<title>東京</title><text>Łódź, Москва\n\tcaf&#233; &amp; 5 €</text>";
  expect(await read("a.svg", svg(inside))).not.toHaveProperty("outcome.form.isUndrawable");
});

describe("The form of a picture is that of what readers see", () => {
  test.each(FORMS)("%s", async (path, bytes, form) => {
    expect(await read(path, bytes)).toMatchObject({
      outcome: { kind: "copied", form },
      problems: [],
    });
  });
});

const animation = await sharp([PNG, await sharp(PNG).negate().toBuffer()], {
  join: { animated: true },
})
  .gif()
  .toBuffer();

/** Says of itself that it has 100,000 by 100,000 pixels. */
function bomb(): Uint8Array {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const CASES: readonly (readonly [string, string | Uint8Array, string])[] = [
  [
    "text.png",
    "I am a text.\n",
    `text.png:1:1 error picture-unknown
This is no JPEG, PNG, WebP, AVIF or GIF, whatever its name says.
hint: Save it again from the program that it comes from, as JPEG or PNG.`,
  ],
  [
    "empty.jpg",
    "",
    `empty.jpg:1:1 error picture-unknown
This is no JPEG, PNG, WebP, AVIF or GIF, whatever its name says.
hint: Save it again from the program that it comes from, as JPEG or PNG.`,
  ],
  [
    "drawing.png",
    svg(""),
    `drawing.png:1:1 error picture-unknown
This is no JPEG, PNG, WebP, AVIF or GIF, whatever its name says.
hint: Save it again from the program that it comes from, as JPEG or PNG.`,
  ],
  [
    "truncated.jpg",
    JPEG.subarray(0, JPEG.length / 2),
    `truncated.jpg:1:1 error picture-damaged
The picture is damaged, or a part of it is missing.
hint: Copy it here again from where it comes from.`,
  ],
  [
    "truncated.png",
    PNG.subarray(0, PNG.length / 2),
    `truncated.png:1:1 error picture-damaged
The picture is damaged, or a part of it is missing.
hint: Copy it here again from where it comes from.`,
  ],
  [
    "header.png",
    PNG.subarray(0, 20),
    `header.png:1:1 error picture-damaged
The picture is damaged, or a part of it is missing.
hint: Copy it here again from where it comes from.`,
  ],
  [
    "bomb.png",
    bomb(),
    `bomb.png:1:1 error picture-too-large
The picture has 100000 × 100000 pixels; 100 million are the most.
hint: Scale it down to a width of 3,000 pixels.`,
  ],
  [
    "line.png",
    await drawnPixels(300, 2).png().toBuffer(),
    `line.png:1:1 error picture-proportions
A picture of 300 × 2 pixels would be a line on the page.
hint: Crop it: at most 20 times as wide as high, or 10 times as high as wide.`,
  ],
  [
    "moving.gif",
    animation,
    `moving.gif:1:1 warning picture-animated
The picture moves: readers see the first of its frames alone.
hint: Save the frame that tells the story as PNG.`,
  ],
  [
    "script.svg",
    svg("\n  <title>A map</title>\n  <script>alert(1)</script>\n"),
    `script.svg:3:3 error svg-active
Something in this drawing would run in the reader's browser.
  3 |   <script>alert(1)</script>
        ^^^^^^^^
hint: Save it again as plain SVG, without scripts, events and foreign objects.`,
  ],
  [
    "elsewhere.svg",
    svg('\n<image href="https://example.org/a.png"/>\n'),
    `elsewhere.svg:2:8 error svg-external
The drawing loads something from elsewhere, which readers would not see.
  2 | <image href="https://example.org/a.png"/>
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: Save it again with pictures embedded and text as paths.`,
  ],
  [
    "entities.svg",
    `<!DOCTYPE svg [ <!ENTITY a "a"> ]>\n${svg("&a;")}`,
    `entities.svg:1:1 error svg-entities
The drawing declares entities, which can be made to use up a machine's memory.
  1 | <!DOCTYPE svg [ <!ENTITY a "a"> ]>
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: Delete the line that begins with <!DOCTYPE, or save it again as plain SVG.`,
  ],
  [
    "open.svg",
    svg("<g>"),
    `open.svg:1:1 error svg-unreadable
This is no SVG that a browser can show.
  1 | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"><g></svg>
      ^
hint: It begins with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">, and every tag is closed.`,
  ],
];

describe("An editor reads what is wrong with", () => {
  test.each(CASES)("%s", async (path, bytes, expected) => {
    expect(await report(path, bytes)).toBe(expected);
  });
});

describe("Nothing in a drawing runs or fetches anything", () => {
  test.each([
    '<rect onload="x()"/>',
    '<é:script xmlns:é="http://www.w3.org/2000/svg">x()</é:script>',
    '<é:g xmlns:é="http://www.w3.org/2000/svg" onload="x()"/>',
    "<rect\nonclick='x()'/>",
    '<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>',
    "<foreignObject><p>text</p></foreignObject>",
    '<a href="java&#115;cript:x()"><text>a</text></a>',
    '<a href=" jAvascript:x()"><text>a</text></a>',
    '<a><set attributeName="href" to="javascript:x()"/></a>',
    '<set attributeName="onload" to="x()"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<use href="other.svg#a"/>',
    '<use xlink:href="//example.org/a.svg#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    '<rect fill="url(https://example.org/a.svg#a)"/>',
    '<rect style="fill: u\\72l(https://example.org/a)"/>',
    '<style>@import "https://example.org/a.css";</style>',
    "<style>@font-face { src: url('a.woff2') }</style>",
    "<style><![CDATA[ rect { fill: url(/a#b) } ]]></style>",
    '<?xml-stylesheet href="a.css"?>',
    '<g xml:base="https://example.org/"><use href="#a"/></g>',
  ])("%s", async (inside) => {
    expect(await read("a.svg", svg(inside))).toMatchObject({ outcome: { kind: "faulty" } });
  });

  test.each([
    '<defs><path id="a" d="M0,0"/></defs><use href="#a"/>',
    '<rect fill="url(#a)" style="stroke: url( #b )"/>',
    "<text>only = 5, on x = 3, javascript: no</text>",
    "<!-- <script>x()</script> -->",
    '<a href="https://example.org/"><text>a</text></a>',
    `<image href="data:image/png;base64,${PNG.toString("base64")}"/>`,
    "<style>text { font-family: sans-serif }</style>",
  ])("but a drawing may hold %s", async (inside) => {
    expect(await read("a.svg", svg(inside))).toMatchObject({ problems: [] });
  });
});
