import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import satori, { type SatoriOptions } from "satori";
import { SHARE_IMAGE_SIZE } from "../model/share-image.ts";

/** Draws what a layout describes, with the paper's own typefaces. */
export async function drawPng<Drawing>(
  drawing: Drawing,
  projectFolder: string,
): Promise<Uint8Array> {
  const svg = await satori(drawing as Parameters<typeof satori>[0], {
    ...SHARE_IMAGE_SIZE,
    fonts: readFaces(projectFolder),
  });
  // The machine's typefaces are not asked: text is paths already.
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

const FACES = [
  ["Display", "display-latin", 700],
  ["Display Ext", "display-latin-ext", 700],
  ["Display Cyrillic", "display-cyrillic", 700],
  ["Sans", "sans-latin", 400],
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
