import { parentOf } from "../model/content-path.ts";
import { ICONS_ORIGIN } from "../model/icon.ts";
import type { Instant } from "../model/instant.ts";
import type { PictureForm } from "../model/picture.ts";
import type { Reading, SeenFile } from "../model/reading.ts";
import { folderKey } from "./folder-key.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";

/** Files that say something else at `now` than at the last build, with no edit; forwards or backwards. */
export function listDueFiles({ sql }: Archive, last: Instant, now: Instant): Generator<string> {
  const [from, to] = [Math.min(last, now), Math.max(last, now)];
  return paths(
    sql.iterate`SELECT DISTINCT path FROM moments WHERE at > ${from} AND at <= ${to} ORDER BY path`,
  );
}

/** Files with errors, which every build reports anew. */
export function listFaultyFiles({ sql }: Archive): Generator<string> {
  return paths(
    sql.iterate`SELECT path FROM files WHERE (is_faulty OR is_hidden) AND is_faulty ORDER BY path`,
  );
}

/** Drafts and scheduled stories, whose names and pictures nothing but their own text knows. */
export function listHiddenFiles({ sql }: Archive): Generator<string> {
  return paths(
    sql.iterate`SELECT path FROM files WHERE (is_faulty OR is_hidden) AND is_hidden ORDER BY path`,
  );
}

export function seenFile(
  { sql }: Archive,
  path: string,
): (SeenFile & { hash: string }) | undefined {
  const row = sql.get`SELECT object_id, size, modified, hash FROM files WHERE path = ${path}`;
  if (row === undefined) return undefined;
  const hash = String(row.hash);
  return row.object_id === null
    ? { path, size: Number(row.size), modified: Number(row.modified), hash }
    : { path, objectId: String(row.object_id), hash };
}

/** `undefined` where the file is gone or has an error. */
export function readableHash({ sql }: Archive, path: string): string | undefined {
  const row = sql.get`SELECT hash FROM files WHERE path = ${path} AND NOT is_faulty`;
  return row && String(row.hash);
}

interface StoredPicture {
  readonly hash: string;
  readonly form: PictureForm;
}

/** `undefined` where the picture is gone or has an error. */
export function readablePicture(archive: Archive, src: string): StoredPicture | undefined {
  const isReadable = readableHash(archive, `media/${src}`) !== undefined;
  return isReadable ? lastPicture(archive, src) : undefined;
}

/** A picture as it could last be read. */
export function lastPicture({ sql }: Archive, src: string): StoredPicture | undefined {
  const row = sql.get`SELECT hash, form FROM pictures WHERE src = ${src}`;
  return row && { hash: String(row.hash), form: parseStored(row.form) };
}

/** Notes a file as it was read, so that it is not read again before it changes or is due. */
export function rememberFile(
  { sql }: Archive,
  { file, hash, outcome, problems, dueAt }: Reading,
): void {
  const { path, objectId = null, size = null, modified = null } = file;
  sql.run`DELETE FROM moments WHERE path = ${path}`;
  if (outcome.kind === "gone") {
    sql.run`DELETE FROM files WHERE path = ${path}`;
    return;
  }
  const isFaulty = Number(problems.some(({ severity }) => severity === "error"));
  const isHidden = Number(outcome.kind === "hidden");
  sql.run`INSERT OR REPLACE INTO files VALUES (
    ${path}, ${folderKey(parentOf(path))}, ${objectId}, ${size}, ${modified}, ${hash}, ${foldedPath(path)}, ${isFaulty}, ${isHidden})`;
  if (outcome.kind === "copied" && outcome.form !== undefined) {
    const src = path.slice("media/".length);
    sql.run`INSERT OR REPLACE INTO pictures VALUES (${src}, ${hash}, ${JSON.stringify(outcome.form)})`;
  }
  for (const at of dueAt) sql.run`INSERT OR IGNORE INTO moments VALUES (${at}, ${path})`;
}

/** Files of which something was made that readers know no more: pictures, and stories that were shared. */
export function* listHidden(archive: Archive): Generator<string> {
  for (const src of listHiddenPictures(archive)) yield `media/${src}`;
  yield* paths(archive.sql.iterate`
    SELECT subject AS path FROM queue WHERE kind = 'share-image' AND subject <> ''
    AND NOT EXISTS (SELECT 1 FROM stories WHERE stories.path = subject AND listing <> '')`);
}

/** Files of which something may be made. */
export function* listKnown(archive: Archive): Generator<string> {
  yield* ["site.yaml", ICONS_ORIGIN];
  for (const src of listShownPictures(archive)) yield `media/${src}`;
  yield* paths(archive.sql.iterate`SELECT path FROM stories WHERE listing <> ''`);
}

/** Pictures that some page shows. */
export function listShownPictures({ sql }: Archive): Generator<string> {
  return paths(sql.iterate`SELECT DISTINCT target AS path FROM mentions WHERE kind = 'picture'`);
}

/** Queued pictures that no page shows any more. */
function listHiddenPictures({ sql }: Archive): Generator<string> {
  return paths(sql.iterate`
    SELECT subject AS path FROM queue WHERE kind = 'picture'
    AND NOT EXISTS (SELECT 1 FROM mentions WHERE kind = 'picture' AND target = subject)`);
}

/** Forgets queued pictures that no page shows any more: the archive names none that readers don't know. */
export function forgetHiddenPictures(archive: Archive): void {
  const { sql } = archive;
  for (const src of listHiddenPictures(archive)) {
    sql.run`DELETE FROM files WHERE path = ${`media/${src}`}`;
    sql.run`DELETE FROM pictures WHERE src = ${src}`;
  }
}

/** Notes that a file was touched without being changed. */
export function restampFile({ sql }: Archive, { path, objectId, size, modified }: SeenFile): void {
  sql.run`
    UPDATE files SET object_id = ${objectId ?? null}, size = ${size ?? null}, modified = ${modified ?? null}
    WHERE path = ${path}`;
}

/** The path as a file system sees it that knows neither case nor Unicode forms. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** Other files without errors that such a file system takes for the same. */
export function listSameNames({ sql }: Archive, path: string): string[] {
  return [
    ...paths(sql.iterate`
      SELECT path FROM files WHERE folded = ${foldedPath(path)} AND path <> ${path} AND NOT is_faulty`),
  ];
}

/** The first instant after `now` at which some file says something else, with no edit. */
export function nextFileMoment({ sql }: Archive, now: Instant): Instant | undefined {
  const at = sql.get`SELECT min(at) AS at FROM moments WHERE at > ${now}`?.at;
  return typeof at === "number" ? at : undefined;
}

function* paths(rows: Iterable<Record<string, unknown>>): Generator<string> {
  for (const { path } of rows) yield String(path);
}
