import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isContentFile, isContentFolder } from "./content-paths.ts";
import type { FolderListing } from "./folder-listing.ts";
import { statFile, statsOf } from "./stat-file.ts";

/** Lists a folder and all below it, by what the file system says of each file. */
export function* walkFolders(contentFolder: string, root = ""): Generator<FolderListing> {
  const paths = [root];
  for (const path of paths) {
    const listing = listFolder(contentFolder, path);
    if (listing === undefined) continue;
    yield listing;
    paths.push(...listing.folders);
  }
}

function listFolder(contentFolder: string, path: string): FolderListing | undefined {
  const folder = join(contentFolder, path);
  if (statsOf(folder)?.isDirectory() !== true) return undefined;
  const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    path: path === "" ? entry.name : `${path}/${entry.name}`,
    isFolder: entry.isDirectory(),
  }));
  const folders = entries.filter((entry) => entry.isFolder && isContentFolder(entry.path));
  const files = entries.filter((entry) => isContentFile(entry.path) && !folders.includes(entry));
  return {
    path,
    files: files.flatMap((file) => statFile(contentFolder, file.path) ?? []),
    folders: folders.map((entry) => entry.path),
  };
}
