import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SeenFile } from "../model/reading.ts";
import { listGitFiles } from "./list-git-files.ts";
import { statFile } from "./stat-file.ts";

/** Folders and files of the content folder that Dateline reads; whatever else is there is not looked at. */
const TOP_LEVEL = ["authors", "media", "pages", "static", "stories"];

/**
 * Every content file, none of them opened. `compare` is the order in which they come. Hidden files
 * (.DS_Store, editors' swap files) are nobody's content.
 */
export function listFiles(
  contentFolder: string,
  compare: (a: string, b: string) => number,
): SeenFile[] {
  const files =
    listGitFiles(contentFolder) ?? TOP_LEVEL.flatMap((name) => walk(contentFolder, name));
  return files.filter(({ path }) => isContent(path)).toSorted((a, b) => compare(a.path, b.path));
}

function isContent(path: string): boolean {
  const [top = "", ...rest] = path.split("/");
  return TOP_LEVEL.includes(top) && rest.length > 0 && !/(^|\/)[.~]|~$/.test(rest.join("/"));
}

function walk(contentFolder: string, folder: string): SeenFile[] {
  return entriesOf(join(contentFolder, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    // A folder called slug.md is a mistake that its editor should hear of.
    if (entry.isDirectory() && !entry.name.endsWith(".md")) return walk(contentFolder, path);
    return statFile(contentFolder, path) ?? [];
  });
}

function entriesOf(folder: string) {
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? readdirSync(folder, { withFileTypes: true }) : [];
}
