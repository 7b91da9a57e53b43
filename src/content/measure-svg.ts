import type { PictureForm } from "../model/picture.ts";

/** What browsers give a drawing that says nothing of its size. */
const DEFAULT = { width: 300, height: 150 };

const PIXELS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

/** By its own width and height, or its viewBox; `undefined` for what is no SVG. */
export function measureSvg(text: string): PictureForm | undefined {
  const [, attributes] = /<svg\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/.exec(text) ?? [];
  if (attributes === undefined) return undefined;
  const [width, height] = [length(attributes, "width"), length(attributes, "height")];
  const ratio = ratioOf(attributes);
  const [wide, high] = complete(width, height, ratio);
  return {
    width: Math.max(1, Math.round(wide)),
    height: Math.max(1, Math.round(high)),
    format: "svg",
  };
}

function complete(
  width: number | undefined,
  height: number | undefined,
  box: { readonly width: number; readonly height: number } = DEFAULT,
): [number, number] {
  if (width !== undefined && height !== undefined) return [width, height];
  if (width !== undefined) return [width, (width * box.height) / box.width];
  if (height !== undefined) return [(height * box.width) / box.height, height];
  return [box.width, box.height];
}

function ratioOf(attributes: string): { width: number; height: number } | undefined {
  const [, , width = 0, height = 0] = (attribute(attributes, "viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** In pixels; `undefined` where it is a share of the page, or not given. */
function length(attributes: string, name: string): number | undefined {
  const [, number, unit = ""] =
    /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(attribute(attributes, name) ?? "") ??
    [];
  const pixels = Number(number) * (PIXELS[unit.toLowerCase()] ?? Number.NaN);
  return pixels > 0 ? pixels : undefined;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}
