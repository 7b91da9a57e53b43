import { parentOf } from "../model/content-path.ts";
import { compareText } from "../model/problem.ts";
import type { SeenFile } from "../model/reading.ts";
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
export function compareFolder(archive: Archive, found: FoundFolder): FileChange[] {
  const stored = filesIn(archive, found.path);
  const changes = found.files
    .toSorted((a, b) => compareText(a.path, b.path))
    .flatMap((file): FileChange[] => {
      const old = stored.get(file.path);
      stored.delete(file.path);
      if (old !== undefined) return [{ file, change: isSame(old, file) ? "none" : "changed" }];
      return file.path.startsWith("media/") ? [] : [{ file, change: "added" }];
    });
  const gone = [...stored.values(), ...filesOfGoneFolders(archive, found)];
  rememberFolder(archive, found);
  return [...changes, ...gone.map((file) => ({ file, change: "gone" as const }))];
}

/** Git's name of what was below a folder, where all of it was committed and clean. */
export function treeOf({ sql }: Archive, folder: string): string | undefined {
  const treeId = sql.get`SELECT tree_id FROM folders WHERE path = ${folder}`?.tree_id;
  return typeof treeId === "string" ? treeId : undefined;
}

function filesIn({ sql }: Archive, folder: string): Map<string, SeenFile> {
  const rows = sql.all`
    SELECT path, object_id, size, modified FROM files WHERE folder = ${folder} ORDER BY path`;
  return new Map(rows.map((row) => [String(row.path), fileOf(row)]));
}

function filesOfGoneFolders({ sql }: Archive, { path, folders }: FoundFolder): SeenFile[] {
  const known = sql.all`SELECT path FROM folders WHERE parent = ${path} AND path <> '' ORDER BY path`;
  const gone = known.map((row) => String(row.path)).filter((folder) => !folders.includes(folder));
  return gone.flatMap((folder) => {
    const [from, to] = [`${folder}/`, `${folder}0`];
    sql.run`DELETE FROM folders WHERE path = ${folder} OR (path > ${from} AND path < ${to})`;
    return sql.all`
      SELECT path, object_id, size, modified FROM files WHERE path > ${from} AND path < ${to}
      ORDER BY path`.map(fileOf);
  });
}

function rememberFolder(
  { sql }: Archive,
  { path, treeId = null }: { path: string; treeId?: string | null },
) {
  sql.run`INSERT OR REPLACE INTO folders VALUES (${path}, ${parentOf(path)}, ${treeId})`;
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
