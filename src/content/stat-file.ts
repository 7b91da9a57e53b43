import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { SeenFile } from "../model/reading.ts";

/** A file by its size and time of modification; `undefined` where nothing is there. */
export function statFile(contentFolder: string, path: string): SeenFile | undefined {
  const stats = lstatSync(join(contentFolder, path), { throwIfNoEntry: false });
  return stats && { path, size: stats.size, modified: stats.mtimeMs };
}
