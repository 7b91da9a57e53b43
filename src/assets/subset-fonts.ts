import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createFontStack, type FontMetrics } from "@capsizecss/core";
import arial from "@capsizecss/metrics/arial";
import georgia from "@capsizecss/metrics/georgia";
import { fromBuffer } from "@capsizecss/unpack";
import subsetFont from "subset-font";

// Run by `npm run fonts`, when the typefaces are to be others: cuts them down to what a newspaper prints,
// and writes the faces with fallbacks of the same measure.

const FOLDER = join(import.meta.dirname, "../../layouts/fonts");

/**
 * Unicode ranges of what a file holds, so that a browser asks only for the scripts of the page. Letters and signs that an
 * English page seldom has are apart from `latin`, which every page loads before anything is seen.
 */
const SCRIPTS = {
  latin:
    "20-7E,A0,A3,A7,A9,AB,B0,B7,BB,BD,C1,C4-C5,C7,C9,D1,D6-D8,DC,DF-E5,E7-EB,ED-EF,F1,F3-F4,F6,F8,FA,FC,2013-2014,2018-2019,201C-201D,2022,2026,20AC",
  "latin-rest":
    "A1-A2,A4-A6,A8,AA,AC-AF,B1-B6,B8-BA,BC,BE-C0,C2-C3,C6,C8,CA-D0,D2-D5,D9-DB,DD-DE,E6,EC,F0,F2,F5,F7,F9,FB,FD-FF,131,152-153,201A,201E,2039-203A,2122",
  "latin-ext": "100-130,132-151,154-17F,1CD-1DC,218-21B,1E9E",
  cyrillic: "400-45F,490-491,2116",
  arabic:
    "60C,61B,61F,621-65F,660-66D,670,67E,686,698,6A9,6AF,6BE,6C0-6C3,6CC-6CE,6D2-6D5,6F0-6F9,200C-200F",
} as const;

interface Face {
  readonly family: string;
  readonly style: "normal" | "italic";
  /** Weight, or the lightest and the heaviest. */
  readonly weight: number | readonly [number, number];
  /** Width at which letters of different sizes are drawn. */
  readonly opticalSize?: number;
  /** Package and file, with `*` for the script. */
  readonly source: string;
  readonly scripts: readonly (keyof typeof SCRIPTS)[];
  /** The face on readers' machines that stands in, until the next page. */
  readonly fallback?: FontMetrics;
}

const EUROPEAN = ["latin", "latin-rest", "latin-ext", "cyrillic"] as const;
const SERIF = "@fontsource-variable/source-serif-4/files/source-serif-4";
const SANS = "@fontsource-variable/libre-franklin/files/libre-franklin";
const ARABIC = "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic";

const FACES: Readonly<Record<string, Face>> = {
  text: {
    family: "Dateline Text",
    style: "normal",
    weight: 400,
    source: `${SERIF}-*-wght-normal.woff2`,
    scripts: EUROPEAN,
    fallback: georgia,
  },
  italic: {
    family: "Dateline Text",
    style: "italic",
    weight: 400,
    source: `${SERIF}-*-wght-italic.woff2`,
    scripts: EUROPEAN,
  },
  display: {
    family: "Dateline Display",
    style: "normal",
    weight: 640,
    opticalSize: 60,
    source: `${SERIF}-*-opsz-normal.woff2`,
    scripts: EUROPEAN,
    fallback: georgia,
  },
  sans: {
    family: "Dateline Sans",
    style: "normal",
    weight: [400, 700],
    source: `${SANS}-*-wght-normal.woff2`,
    scripts: EUROPEAN,
    fallback: arial,
  },
  naskh: {
    family: "Dateline Naskh",
    style: "normal",
    weight: [400, 700],
    source: `${ARABIC}-*-wght-normal.woff2`,
    scripts: ["arabic"],
  },
};

/** For texts in drawings, by what draws them here: it knows neither WOFF2 nor faces of more than one weight. */
const DRAWN_FACES: Readonly<Record<string, Face>> = {
  drawn: {
    family: "Dateline Drawn",
    style: "normal",
    weight: 400,
    source: `${SANS}-*-wght-normal.woff2`,
    scripts: EUROPEAN,
  },
  "drawn-bold": {
    family: "Dateline Drawn",
    style: "normal",
    weight: 700,
    source: `${SANS}-*-wght-normal.woff2`,
    scripts: ["latin"],
  },
};

/** What shapes words; small capitals, fractions and the like are not used. */
const FEATURES = "kern liga ccmp locl mark mkmk rlig calt case init medi fina isol".split(" ");

function charactersIn(ranges: string): string {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first, last = first] = range.split("-").map((code) => Number.parseInt(code, 16));
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
        String.fromCodePoint(Number(first) + index),
      );
    })
    .join("");
}

async function cutFace(
  face: Face,
  script: keyof typeof SCRIPTS,
  targetFormat: "woff2" | "sfnt",
): Promise<Buffer> {
  const { weight, opticalSize } = face;
  const source = face.source.replace("*", script === "latin-rest" ? "latin" : script);
  const file = createRequire(import.meta.url).resolve(source);
  return await subsetFont(await readFile(file), charactersIn(SCRIPTS[script]), {
    targetFormat,
    noHinting: true,
    keepFeatures: FEATURES,
    variationAxes: {
      wght: typeof weight === "number" ? weight : { min: weight[0], max: weight[1] },
      ...(opticalSize !== undefined && { opsz: opticalSize }),
    },
  });
}

function faceRule(face: Face, file: string, script: keyof typeof SCRIPTS): string {
  const ranges = SCRIPTS[script].split(",").map((range) => `U+${range}`);
  return `@font-face {
  font-family: "${face.family}";
  font-style: ${face.style};
  font-weight: ${[face.weight].flat().join(" ")};
  font-display: optional;
  src: url("./${file}") format("woff2");
  unicode-range: ${ranges.join(", ")};
}
`;
}

async function fallbackRule({ family, fallback }: Face, file: Buffer): Promise<string> {
  if (fallback === undefined) return "";
  const metrics = { ...(await fromBuffer(file)), familyName: family };
  return `${createFontStack([metrics, fallback]).fontFaces}\n`;
}

const rules: string[] = [];
for (const [name, face] of Object.entries(FACES)) {
  for (const script of face.scripts) {
    const bytes = await cutFace(face, script, "woff2");
    const file = `${name}-${script}.woff2`;
    await writeFile(join(FOLDER, file), bytes);
    rules.push(faceRule(face, file, script));
    if (script === "latin") rules.push(await fallbackRule(face, bytes));
    console.log(file, bytes.length);
  }
}
for (const [name, face] of Object.entries(DRAWN_FACES)) {
  for (const script of face.scripts) {
    const bytes = await cutFace(face, script, "sfnt");
    const file = `${name}-${script}.ttf`;
    await writeFile(join(FOLDER, file), bytes);
    console.log(file, bytes.length);
  }
}
await writeFile(join(FOLDER, "faces.css"), rules.join(""));
