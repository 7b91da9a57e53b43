import type { CopiedFile } from "../model/document.ts";
import { ICONS_ORIGIN, type IconProps } from "../model/icon.ts";
import type { Size } from "./draw-png.ts";
import { madeFile } from "./made-file.ts";

/** An icon as a file of the cache, in the format of its name: all are made of one drawing, which is one of them. */
export async function iconFile<Drawing>(
  name: string,
  { width, ...others }: IconProps,
  { drawing, size }: { readonly drawing: Drawing; readonly size: Size },
  { cacheFolder, projectFolder }: { readonly cacheFolder: string; readonly projectFolder: string },
): Promise<CopiedFile | undefined> {
  const origin = { path: ICONS_ORIGIN, edition: JSON.stringify(others), name };
  return await madeFile(cacheFolder, origin, async () => {
    // What draws takes long to load.
    const { drawPng, drawSvg } = await import("./draw-png.ts");
    if (width === undefined) {
      return new TextEncoder().encode(await drawSvg(drawing, size, projectFolder));
    }
    const png = await drawPng(drawing, size, projectFolder, width);
    return name.endsWith(".ico") ? icoOf(png, width) : png;
  });
}

const ICO_HEAD_LENGTH = 22;

/** A file in Windows' format for icons that holds one picture, up to 255 pixels wide. */
function icoOf(png: Uint8Array, width: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(ICO_HEAD_LENGTH));
  head.setUint16(2, 1, true); // an icon
  head.setUint16(4, 1, true); // pictures
  head.setUint8(6, width);
  head.setUint8(7, width);
  head.setUint16(10, 1, true); // color planes
  head.setUint16(12, 32, true); // bits a pixel
  head.setUint32(14, png.length, true);
  head.setUint32(18, ICO_HEAD_LENGTH, true);
  return Buffer.concat([Buffer.from(head.buffer), png]);
}
