import { compareText } from "../model/problem.ts";
import type { SeenFile } from "../model/reading.ts";
import type { GitAnswers } from "./ask-git.ts";
import { isContentFile, isContentFolder } from "./content-paths.ts";
import type { FolderListing } from "./folder-listing.ts";
import { readTrees, type TreeEntry, type Trees } from "./git-trees.ts";
import { listUncommitted, type Uncommitted } from "./uncommitted-files.ts";
import { walkFolders } from "./walk-folders.ts";

interface Folder {
  readonly path: string;
  /** `undefined` where nothing of it is committed. */
  readonly treeId: string | undefined;
  /** In another repository than this one: Git says nothing of what is in it. */
  readonly isForeign?: boolean;
}

interface GitContent {
  readonly contentFolder: string;
  readonly uncommitted: Uncommitted;
  readonly trees: Trees;
  readonly treeOf: (path: string) => string | undefined;
}

/**
 * Lists folders as Git knows them: from the root down, and only those whose tree is another than
 * before, in whatever clone or history that was.
 */
export function listGitFolders(
  contentFolder: string,
  { prefix, treeId, status, trees = new Map() }: GitAnswers,
  treeOf: (path: string) => string | undefined,
): Iterable<FolderListing> {
  const uncommitted = listUncommitted(contentFolder, prefix, status);
  return walkTrees({ contentFolder, uncommitted, trees, treeOf }, [{ path: "", treeId }]);
}

/** Folders are opened some at a time, with one call of Git. */
const PART_LENGTH = 64;

function* walkTrees(content: GitContent, level: readonly Folder[]): Generator<FolderListing> {
  const stale = level.filter((folder) => isStale(content, folder));
  const below: Folder[] = [];
  for (let start = 0; start < stale.length; start += PART_LENGTH) {
    const part = stale.slice(start, start + PART_LENGTH);
    const treeIds = part.flatMap(({ treeId }) => treeId ?? []);
    const unread = treeIds.filter((id) => !content.trees.has(id));
    const trees = new Map([...content.trees, ...readTrees(content.contentFolder, unread)]);
    for (const folder of part) {
      if (folder.isForeign) {
        yield* walkFolders(content.contentFolder, folder.path);
        continue;
      }
      const { treeId } = folder;
      const entries = treeId === undefined ? [] : (trees.get(treeId) as () => TreeEntry[])();
      const { listing, folders } = openFolder(content, folder, entries);
      yield listing;
      below.push(...folders);
    }
  }
  if (below.length > 0) yield* walkTrees(content, below);
}

function isStale({ uncommitted, treeOf }: GitContent, { path, treeId }: Folder): boolean {
  return treeId === undefined || treeId !== treeOf(path) || uncommitted.isBelow(path);
}

function openFolder(
  { uncommitted }: GitContent,
  { path, treeId }: Folder,
  entries: readonly TreeEntry[],
) {
  const files = new Map<string, SeenFile>();
  const folders = new Map<string, Folder>();
  for (const { name, id, kind } of entries) {
    const inside = path === "" ? name : `${path}/${name}`;
    if (kind === "file" || !isContentFolder(inside))
      files.set(inside, { path: inside, objectId: id });
    else if (kind === "folder") folders.set(inside, { path: inside, treeId: id });
    else folders.set(inside, { path: inside, treeId: undefined, isForeign: true });
  }
  for (const folder of uncommitted.foldersIn(path)) {
    const isForeign = uncommitted.isForeign(folder);
    if (isContentFolder(folder) && !folders.has(folder))
      folders.set(folder, { path: folder, treeId: undefined, isForeign });
  }
  for (const [file, seen] of uncommitted.filesIn(path)) {
    if (seen === undefined) files.delete(file);
    else files.set(file, seen);
  }
  const inOrder = [...folders.values()].sort((a, b) => compareText(a.path, b.path));
  const hasForeign = inOrder.some(({ isForeign }) => isForeign);
  const isWhole = treeId !== undefined && !hasForeign && !uncommitted.isBelow(path);
  const listing: FolderListing = {
    path,
    files: [...files.values()].filter((file) => isContentFile(file.path)),
    folders: inOrder.map((folder) => folder.path),
    ...(isWhole && { treeId }),
  };
  return { listing, folders: inOrder };
}
