import { hash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { CopiedFile } from "../model/document.ts";
import type { RenditionProps } from "../model/page-props.ts";

/**
 * A rendition as a file of the cache, made if it is not there; `undefined` where the picture is no longer what
 * was recorded.
 */
export async function renditionFile(
  props: RenditionProps,
  contentFolder: string,
  cacheFolder: string,
): Promise<CopiedFile | undefined> {
  const file = cachedFile(props, cacheFolder);
  if (!existsSync(file)) {
    const source = readFileSync(join(contentFolder, props.path));
    if (hashOf(source) !== props.sourceHash) return undefined;
    const { makeRendition } = await import("./make-rendition.ts");
    putInPlace(file, await makeRendition(source, props));
  }
  return { file, hash: hashOf(readFileSync(file)) };
}

/** Forgets the renditions of pictures, by their paths inside content/media/. */
export function forgetRenditions(cacheFolder: string, pictures: Iterable<string>): void {
  for (const src of pictures) {
    rmSync(join(cacheFolder, FOLDER, folderOf(`media/${src}`)), { recursive: true, force: true });
  }
}

/** Forgets the renditions of all but some pictures. */
export function forgetOtherRenditions(cacheFolder: string, pictures: Iterable<string>): void {
  const folder = join(cacheFolder, FOLDER);
  if (!existsSync(folder)) return;
  const kept = new Set(Array.from(pictures, (src) => folderOf(`media/${src}`)));
  for (const name of readdirSync(folder)) {
    if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

const FOLDER = "pictures";

function cachedFile(props: RenditionProps, cacheFolder: string): string {
  const { path, sourceHash, width, format, recipe } = props;
  const name = `${hashOf(`${recipe} ${sourceHash}`)}-${width}.${format}`;
  return join(cacheFolder, FOLDER, folderOf(path), name);
}

/** Tells nothing of the picture's name, and yet can be found when it is no longer published. */
function folderOf(path: string): string {
  return hashOf(path);
}

/** Whole or not at all: whatever stands in the cache is taken for good. */
function putInPlace(file: string, bytes: Uint8Array): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  // Those of what the picture was before.
  const [edition] = basename(file).split("-", 1);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(edition as string)) rmSync(join(folder, name), { force: true });
  }
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex").slice(0, 32);
}
