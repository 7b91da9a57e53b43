import type { CopiedFile } from "../model/document.ts";
import { SHARE_IMAGE_SIZE, type ShareImageProps } from "../model/share-image.ts";
import { madeFile } from "./made-file.ts";

/**
 * A share image as a file of the cache.
 * @param describe tells what is to be drawn, as `drawPng` takes it.
 */
export async function shareImageFile<Drawing>(
  props: ShareImageProps,
  describe: () => Promise<Drawing>,
  folders: { readonly cacheFolder: string; readonly projectFolder: string },
): Promise<CopiedFile | undefined> {
  const path = props.story?.path ?? "site.yaml";
  const origin = { path, edition: JSON.stringify(props), name: "share.png" };
  return await madeFile(folders.cacheFolder, origin, async () => {
    // What draws takes long to load.
    const { drawPng } = await import("./draw-png.ts");
    return await drawPng(await describe(), SHARE_IMAGE_SIZE, folders.projectFolder);
  });
}
