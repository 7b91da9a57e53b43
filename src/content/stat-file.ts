import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import type { SeenFile } from "../model/reading.ts";

/** A file by its size and time of modification; `undefined` where nothing is there. */
export function statFile(contentFolder: string, path: string): SeenFile | undefined {
  const stats = statsOf(join(contentFolder, path));
  return stats && { path, size: stats.size, modified: stats.mtimeMs };
}

/** What stands at a path itself, a link not followed; `undefined` where nothing can. */
export function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where the path has a folder.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}
