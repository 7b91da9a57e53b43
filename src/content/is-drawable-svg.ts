import { isDrawable } from "../model/share-image.ts";
import { decode } from "./character-references.ts";

/** Colors that a page would give, pictures in formats that are not known here, and what may take any time. */
const BEYOND = /var\(|data:image\/(?:webp|avif)|<(?:[\w.-]+:)?filter\b/i;

const TEXT = /<(?:[\w.-]+:)?text\b[^>]*>([\s\S]*?)<\/(?:[\w.-]+:)?text\s*>/g;

/** Whether an SVG that browsers show can be made into pixels here, and comes out as they show it. */
export async function isDrawableSvg(text: string): Promise<boolean> {
  if (BEYOND.test(text)) return false;
  const written = [...text.matchAll(TEXT)].map(([, inside = ""]) => writtenIn(inside)).join("");
  return isDrawable(written) && (await isParsed(text));
}

function writtenIn(markup: string): string {
  return decode(markup.replace(/<[^>]*>/g, "")).replace(/\s+/g, " ");
}

async function isParsed(text: string): Promise<boolean> {
  const { Resvg } = await import("@resvg/resvg-js");
  try {
    new Resvg(text, { font: { loadSystemFonts: false }, logLevel: "off" });
    return true;
  } catch {
    // It tells by throwing what it can't draw.
    return false;
  }
}
