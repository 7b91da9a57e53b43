import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CopiedFile } from "../model/document.ts";
import { hashOf } from "./hash-of.ts";

/** What a file of the cache is made of. */
interface Origin {
  /** Inside the content folder. */
  readonly path: string;
  /** Names all that decides about the bytes of the files that are made of it. */
  readonly edition: string;
  /** Of one of these files. */
  readonly name: string;
}

/** A file of the cache, made if it is not there; `undefined` where it can't be made of what is there now. */
export async function madeFile(
  cacheFolder: string,
  { path, edition, name }: Origin,
  make: () => Promise<Uint8Array | undefined>,
): Promise<CopiedFile | undefined> {
  const folder = join(cacheFolder, FOLDER, hashOf(path));
  const file = join(folder, `${hashOf(edition)}-${name}`);
  if (!existsSync(file)) {
    const bytes = await make();
    if (bytes === undefined) return undefined;
    mkdirSync(folder, { recursive: true });
    forgetEarlier(folder, hashOf(edition));
    // Whole or not at all: whatever stands in the cache is taken for good.
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
  }
  return { file, hash: hashOf(readFileSync(file)) };
}

/** Forgets what was made of files that readers know no more. */
export function forgetMade(cacheFolder: string, paths: Iterable<string>): void {
  for (const path of paths) remove(join(cacheFolder, FOLDER, hashOf(path)));
}

/** Forgets what was made of all but some files. */
export function forgetOthers(cacheFolder: string, paths: Iterable<string>): void {
  const folder = join(cacheFolder, FOLDER);
  if (!existsSync(folder)) return;
  const others = new Set(readdirSync(folder));
  for (const path of paths) {
    if (others.size === 0) return;
    others.delete(hashOf(path));
  }
  for (const name of others) remove(join(folder, name));
}

const FOLDER = "pictures";

function forgetEarlier(folder: string, edition: string): void {
  const names = readdirSync(folder).filter((name) => !name.startsWith(edition));
  for (const name of names) remove(join(folder, name));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
