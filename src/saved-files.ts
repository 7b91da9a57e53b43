import { join } from "node:path";
import { type FileChange, forgetTrees, isKnownFolder } from "./archive/compare-folder.ts";
import type { Archive } from "./archive/open-archive.ts";
import { seenFile } from "./archive/seen-files.ts";
import { isContentFile, isContentFolder } from "./content/content-paths.ts";
import { statFile, statsOf } from "./content/stat-file.ts";
import { parentOf } from "./model/content-path.ts";
import { compareText } from "./model/problem.ts";

/** So many events at once may have been more than the system kept. */
const MOST_SAVED = 1_000;

/**
 * What became of paths at which alone something was saved. `undefined` where that does not tell which
 * files there are: a folder came or went.
 */
export function compareSaved(
  archive: Archive,
  contentFolder: string,
  saved: ReadonlySet<string>,
): FileChange[] | undefined {
  if (saved.size > MOST_SAVED) return undefined;
  const changes: FileChange[] = [];
  for (const path of [...saved].filter(isContentPath).sort(compareText)) {
    const found = compareFile(archive, contentFolder, path);
    if (found === undefined) return undefined;
    changes.push(...found);
  }
  for (const { file } of changes) forgetTrees(archive, file.path);
  return changes;
}

function isContentPath(path: string): boolean {
  return isContentFile(path) || isContentFolder(path);
}

/** As `compareFolder` would, or `undefined` where it takes a whole folder to tell. */
function compareFile(
  archive: Archive,
  contentFolder: string,
  path: string,
): FileChange[] | undefined {
  const known = seenFile(archive, path);
  const file = statFile(contentFolder, path);
  if (file === undefined && known !== undefined) return [{ file: known, change: "gone" }];
  // What an editor's program writes beside a file and takes away is nothing.
  if (file === undefined) return isKnownFolder(archive, path) ? undefined : [];
  if (statsOf(join(contentFolder, path))?.isDirectory() === true) return undefined;
  if (known !== undefined) return [{ file, change: "changed" }];
  if (!isKnownFolder(archive, parentOf(path))) return undefined;
  return path.startsWith("media/") ? [] : [{ file, change: "added" }];
}
