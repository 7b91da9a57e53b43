import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { type Archive, archiveOf, faultOf, isBroken } from "./open-archive.ts";

/** The archive is not as `record` leaves it. The message says why: `is broken`. */
export class NotRecorded extends Error {}

/**
 * Opens the archive as it was recorded. It is neither locked nor written to, so that many may open it at a
 * time, from a folder that none of them may change.
 * @throws NotRecorded
 */
export function openRecordedArchive(cacheFolder: string): Archive {
  const file = join(cacheFolder, "archive.sqlite");
  if (!existsSync(file)) throw new NotRecorded("is missing");
  if (isBeingWritten(file)) throw new NotRecorded("is being written");
  try {
    const database = openUntouched(file);
    const fault = faultOf(database, file);
    if (fault === undefined) return archiveOf(database, undefined);
    database.close();
    throw new NotRecorded(fault);
  } catch (error) {
    if (isBroken(error)) throw new NotRecorded("is broken");
    throw error;
  }
}

function isBeingWritten(file: string): boolean {
  const journals = [`${file}-wal`, `${file}-journal`];
  return journals.some((journal) => existsSync(journal) && statSync(journal).size > 0);
}

/** As a file that nobody changes meanwhile: SQLite then puts no others beside it. */
export function openUntouched(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  url.searchParams.set("immutable", "1");
  return new DatabaseSync(url, { readOnly: true });
}
