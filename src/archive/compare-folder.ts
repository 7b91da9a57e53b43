import { parentOf } from "../model/content-path.ts";
import { compareText } from "../model/problem.ts";
import type { SeenFile } from "../model/reading.ts";
import { folderKey } from "./folder-key.ts";
import type { Archive } from "./open-archive.ts";

/** A content file beside what it was when it was last read. */
export interface FileChange {
  readonly file: SeenFile;
  readonly change: "added" | "changed" | "gone" | "none";
}

/** A folder as it is found. */
interface FoundFolder {
  readonly path: string;
  readonly files: readonly SeenFile[];
  readonly folders: readonly string[];
  readonly treeId?: string;
}

/**
 * Compares a folder with what was read of it before, and remembers it. A picture that no published
 * page shows is unknown here, and no change.
 */
export function* compareFolder(archive: Archive, found: FoundFolder): Generator<FileChange> {
  const stored = new Map(filesIn(archive, folderKey(found.path)).map((file) => [file.path, file]));
  const changes = found.files
    .toSorted((a, b) => compareText(a.path, b.path))
    .flatMap((file): FileChange[] => {
      const old = stored.get(file.path);
      stored.delete(file.path);
      if (old !== undefined) return [{ file, change: isSame(old, file) ? "none" : "changed" }];
      return file.path.startsWith("media/") ? [] : [{ file, change: "added" }];
    });
  const goneFolders = listGoneFolders(archive, found);
  rememberFolder(archive, found);
  yield* changes;
  for (const file of stored.values()) yield { file, change: "gone" };
  for (const key of goneFolders) yield* changesOfGoneFolder(archive, key);
}

/** Git's name of what was below a folder, where all of it was committed and clean. */
export function treeOf({ sql }: Archive, folder: string): string | undefined {
  const treeId = sql.get`SELECT tree_id FROM folders WHERE key = ${folderKey(folder)}`?.tree_id;
  return typeof treeId === "string" ? treeId : undefined;
}

/** Forgets Git's names of the folders that a file is in: it may not be as it was committed. */
export function forgetTrees({ sql }: Archive, path: string): void {
  for (let folder = path; folder !== ""; ) {
    folder = parentOf(folder);
    sql.run`UPDATE folders SET tree_id = NULL WHERE key = ${folderKey(folder)}`;
  }
}

export function isKnownFolder({ sql }: Archive, path: string): boolean {
  return sql.get`SELECT 1 FROM folders WHERE key = ${folderKey(path)}` !== undefined;
}

function filesIn({ sql }: Archive, key: string): SeenFile[] {
  const rows = sql.all`
    SELECT path, object_id, size, modified FROM files WHERE folder = ${key} ORDER BY path`;
  return rows.map(fileOf);
}

function listGoneFolders(archive: Archive, { path, folders }: FoundFolder): string[] {
  const found = new Set(folders.map(folderKey));
  return keysIn(archive, folderKey(path)).filter((key) => !found.has(key));
}

function* changesOfGoneFolder(archive: Archive, key: string): Generator<FileChange> {
  const below = keysIn(archive, key);
  archive.sql.run`DELETE FROM folders WHERE key = ${key}`;
  for (const file of filesIn(archive, key)) yield { file, change: "gone" };
  for (const child of below) yield* changesOfGoneFolder(archive, child);
}

function keysIn({ sql }: Archive, key: string): string[] {
  const rows = sql.all`SELECT key FROM folders WHERE parent = ${key} AND key <> parent ORDER BY key`;
  return rows.map((row) => String(row.key));
}

function rememberFolder({ sql }: Archive, { path, treeId }: FoundFolder): void {
  sql.run`
    INSERT OR REPLACE INTO folders
    VALUES (${folderKey(path)}, ${folderKey(parentOf(path))}, ${treeId ?? null})`;
}

function fileOf(row: Record<string, unknown>): SeenFile {
  const path = String(row.path);
  return row.object_id === null
    ? { path, size: Number(row.size), modified: Number(row.modified) }
    : { path, objectId: String(row.object_id) };
}

function isSame(a: SeenFile, b: SeenFile): boolean {
  return a.objectId === b.objectId && a.size === b.size && a.modified === b.modified;
}
