import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CopiedFile } from "../model/document.ts";
import type { RenditionProps } from "../model/page-props.ts";
import { renditionName } from "../model/picture.ts";
import { hashOf } from "./hash-of.ts";
import { madeFile } from "./made-file.ts";

interface Folders {
  readonly contentFolder: string;
  readonly cacheFolder: string;
  readonly projectFolder: string;
}

/** A rendition as a file of the cache; `undefined` where the picture is no longer what was recorded. */
export async function renditionFile(
  props: RenditionProps,
  { contentFolder, cacheFolder, projectFolder }: Folders,
): Promise<CopiedFile | undefined> {
  const { path, sourceHash, recipe } = props;
  const origin = { path, edition: `${recipe} ${sourceHash}`, name: renditionName(props) };
  return await madeFile(cacheFolder, origin, async () => {
    const source = readFileSync(join(contentFolder, path));
    if (hashOf(source) !== sourceHash) return undefined;
    // What makes pictures takes long to load.
    const { makeRendition } = await import("./make-rendition.ts");
    if (!/\.svg$/i.test(path)) return await makeRendition(source, props);
    const { drawFile } = await import("./draw-file.ts");
    return await makeRendition(drawFile(source, props, projectFolder), props);
  });
}
