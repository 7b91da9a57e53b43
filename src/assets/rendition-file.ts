import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CopiedFile } from "../model/document.ts";
import type { RenditionProps } from "../model/page-props.ts";
import { hashOf } from "./hash-of.ts";
import { madeFile } from "./made-file.ts";

/** A rendition as a file of the cache; `undefined` where the picture is no longer what was recorded. */
export async function renditionFile(
  props: RenditionProps,
  contentFolder: string,
  cacheFolder: string,
): Promise<CopiedFile | undefined> {
  const { path, sourceHash, width, format, recipe } = props;
  const origin = { path, edition: `${recipe} ${sourceHash}`, name: `${width}.${format}` };
  return await madeFile(cacheFolder, origin, async () => {
    const source = readFileSync(join(contentFolder, path));
    if (hashOf(source) !== sourceHash) return undefined;
    // What makes pictures takes long to load.
    return await (await import("./make-rendition.ts")).makeRendition(source, props);
  });
}
