import { join } from "node:path";
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import type { RenditionForm } from "../model/picture.ts";

/** In this order: a character is looked for in one after the other. */
const FACES = [
  "drawn-latin",
  "drawn-latin-rest",
  "drawn-latin-ext",
  "drawn-cyrillic",
  "drawn-bold-latin",
];

/** The name that these faces give themselves. */
const FAMILY = "Libre Franklin Thin";

/**
 * An SVG in pixels, as large as fits into a shape. Its text is in a typeface of the paper's, whatever it asks for: those of a machine
 * would give other bytes on another one.
 */
export function drawFile(
  svg: Uint8Array,
  { width, height = width }: RenditionForm,
  projectFolder: string,
): Uint8Array {
  const source = Buffer.from(svg);
  const font = {
    loadSystemFonts: false,
    fontFiles: FACES.map((face) => join(projectFolder, "layouts/fonts", `${face}.ttf`)),
    defaultFontFamily: FAMILY,
  };
  const own = new Resvg(source, { font });
  const isWider = own.width * height > own.height * width;
  const fitTo = isWider ? { mode: "width", value: width } : { mode: "height", value: height };
  return new Resvg(source, { font, fitTo } as ResvgRenderOptions).render().asPng();
}
