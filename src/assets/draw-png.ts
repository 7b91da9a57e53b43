import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import satori, { type SatoriOptions } from "satori";

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws what a layout describes, with the paper's own typefaces. */
export async function drawSvg<Drawing>(
  drawing: Drawing,
  size: Size,
  projectFolder: string,
): Promise<string> {
  const fonts = readFaces(projectFolder);
  return await satori(drawing as Parameters<typeof satori>[0], { ...size, fonts });
}

/** The same, in pixels. */
export async function drawPng<Drawing>(
  drawing: Drawing,
  size: Size,
  projectFolder: string,
  width = size.width,
): Promise<Uint8Array> {
  const svg = await drawSvg(drawing, size, projectFolder);
  // The machine's typefaces are not asked: text is paths already.
  const options = { font: { loadSystemFonts: false }, fitTo: { mode: "width", value: width } };
  return new Resvg(svg, options as ResvgRenderOptions).render().asPng();
}

const FACES = [
  ["Display", "display-latin", 700],
  ["Display Rest", "display-latin-rest", 700],
  ["Display Ext", "display-latin-ext", 700],
  ["Display Cyrillic", "display-cyrillic", 700],
  ["Sans", "sans-latin", 400],
  ["Sans Rest", "sans-latin-rest", 400],
  ["Sans Ext", "sans-latin-ext", 400],
  ["Sans Cyrillic", "sans-cyrillic", 400],
] as const;

// Satori knows typefaces by this array: to parse them takes longer than to draw.
const read = new Map<string, SatoriOptions["fonts"]>();

export function readFaces(projectFolder: string): SatoriOptions["fonts"] {
  const known = read.get(projectFolder);
  if (known !== undefined) return known;
  const faces = FACES.map(([name, file, weight]) => {
    const data = readFileSync(join(projectFolder, "layouts/fonts", `${file}.woff2`));
    return { name, data, weight, style: "normal" } as const;
  });
  read.set(projectFolder, faces);
  return faces;
}
