import type { CopiedFile } from "../model/document.ts";
import { ICONS_ORIGIN, type IconProps } from "../model/icon.ts";
import type { Size } from "./draw-png.ts";
import { madeFile } from "./made-file.ts";

/** An icon as a file of the cache: all sizes are made of one drawing, which is one of them. */
export async function iconFile<Drawing>(
  { width, ...others }: IconProps,
  { drawing, size }: { readonly drawing: Drawing; readonly size: Size },
  { cacheFolder, projectFolder }: { readonly cacheFolder: string; readonly projectFolder: string },
): Promise<CopiedFile | undefined> {
  const name = width === undefined ? "icon.svg" : `icon-${width}.png`;
  const origin = { path: ICONS_ORIGIN, edition: JSON.stringify(others), name };
  return await madeFile(cacheFolder, origin, async () => {
    // What draws takes long to load.
    const { drawPng, drawSvg } = await import("./draw-png.ts");
    if (width !== undefined) return await drawPng(drawing, size, projectFolder, width);
    return new TextEncoder().encode(await drawSvg(drawing, size, projectFolder));
  });
}
