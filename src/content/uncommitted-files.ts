import { join } from "node:path";
import { parentOf } from "../model/content-path.ts";
import type { SeenFile } from "../model/reading.ts";
import { isContentFile, isContentFolder } from "./content-paths.ts";
import { statFile, statsOf } from "./stat-file.ts";

/** Files that are not as they were committed, ignored ones too, by the folder that they are in. */
export interface Uncommitted {
  /** By size and time; `undefined` for a file that was deleted. */
  filesIn(folder: string): ReadonlyMap<string, SeenFile | undefined>;
  /** Folders in a folder that hold such files. */
  foldersIn(folder: string): ReadonlySet<string>;
  /** Whether such a file is anywhere below a folder. */
  isBelow(folder: string): boolean;
  /** Whether a folder is another repository's: Git says nothing of what is in it. */
  isForeign(folder: string): boolean;
}

/** @param prefix the content folder's path in its repository. */
export function listUncommitted(
  contentFolder: string,
  prefix: string,
  status: string,
): Uncommitted {
  const files = new Map<string, Map<string, SeenFile | undefined>>();
  const folders = new Map<string, Set<string>>();
  const foreign = new Set<string>();
  for (const record of status.split("\0").slice(0, -1)) {
    const path = record.slice("XY ".length + prefix.length).replace(/\/$/, "");
    if (isFolder(contentFolder, path)) {
      foreign.add(path);
      noteFolders(folders, `${path}/`, true);
    } else if (isContentFile(path)) {
      const file = statFile(contentFolder, path);
      entry(files, parentOf(path), () => new Map()).set(path, file);
      noteFolders(folders, path, file !== undefined);
    }
  }
  return {
    filesIn: (folder) => files.get(folder) ?? new Map(),
    foldersIn: (folder) => folders.get(folder) ?? new Set(),
    isBelow: (folder) => folders.has(folder) || files.has(folder),
    isForeign: (folder) => foreign.has(folder),
  };
}

/** Only what is a repository of its own does Git list as a folder. */
function isFolder(contentFolder: string, path: string): boolean {
  return isContentFolder(path) && statsOf(join(contentFolder, path))?.isDirectory() === true;
}

/** A deleted file's folder may be gone with it. */
function noteFolders(folders: Map<string, Set<string>>, path: string, isThere: boolean): void {
  for (let folder = parentOf(path); folder !== ""; folder = parentOf(folder)) {
    const siblings = entry(folders, parentOf(folder), () => new Set());
    if (isThere) siblings.add(folder);
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
