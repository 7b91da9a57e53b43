import { join } from "node:path";
import { type FileChange, forgetTrees, isKnownFolder } from "./archive/compare-folder.ts";
import type { Archive } from "./archive/open-archive.ts";
import { seenFile } from "./archive/seen-files.ts";
import { isContentFile, isContentFolder } from "./content/content-paths.ts";
import { statFile, statsOf } from "./content/stat-file.ts";
import { compareText } from "./model/problem.ts";

/** So many events at once may have been more than the system kept. */
const MOST_SAVED = 1_000;

/**
 * What became of paths at which alone something was saved. `undefined` where that does not tell which
 * files there are: a folder came or went, or a file is new.
 */
export function compareSaved(
  archive: Archive,
  contentFolder: string,
  saved: ReadonlySet<string>,
): FileChange[] | undefined {
  if (saved.size > MOST_SAVED) return undefined;
  const paths = [...saved].filter(isContentPath).sort(compareText);
  const changes: FileChange[] = [];
  for (const path of paths) {
    const known = seenFile(archive, path);
    const stats = statsOf(join(contentFolder, path));
    // What an editor's program writes beside a file and takes away.
    if (!known && !stats && !isKnownFolder(archive, path)) continue;
    if (known === undefined || stats?.isDirectory() === true) return undefined;
    const file = statFile(contentFolder, path);
    changes.push(file ? { file, change: "changed" } : { file: known, change: "gone" });
  }
  for (const { file } of changes) forgetTrees(archive, file.path);
  return changes;
}

function isContentPath(path: string): boolean {
  return isContentFile(path) || isContentFolder(path);
}
