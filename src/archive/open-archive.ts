import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLTagStore } from "node:sqlite";
import { isDamage } from "./parse-stored.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from "./schema.ts";

/** Listings, who shows what, fingerprints and the stale queue: what makes a build cost what changed. */
export interface Archive {
  /** Template tags that run SQL with bound values, prepared once. */
  readonly sql: SQLTagStore;
  /** Why the archive starts empty, when it should not have to. */
  readonly rebuilt: string | undefined;
  transaction<T>(work: () => T): T;
  /** The same for work that waits for workers: nothing else may be written meanwhile. */
  longTransaction<T>(work: () => Promise<T>): Promise<T>;
  /** Writes the whole file anew: nothing of deleted rows is left in it. */
  vacuum(): void;
  [Symbol.dispose](): void;
}

export class ArchiveBusy extends Error {}

const LOCK_TIMEOUT_MS = 60_000;

/**
 * Opens `archive.sqlite` in the cache folder and locks it until it is closed.
 * A file that is broken, foreign or of another version is replaced by an empty one.
 * @throws ArchiveBusy when another build holds the lock for 60 seconds.
 */
export function openArchive(cacheFolder: string): Archive {
  mkdirSync(cacheFolder, { recursive: true });
  const file = join(cacheFolder, "archive.sqlite");
  const isNew = !existsSync(file);
  try {
    const database = openDatabase(file);
    if (!isNew) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const fault = isNew ? undefined : faultOf(database, file);
    if (fault === undefined) return archiveIn(database, undefined);
    database.close();
    return openEmptyArchive(cacheFolder, fault);
  } catch (error) {
    if (!isBroken(error)) throw error;
    return openEmptyArchive(cacheFolder, "is broken");
  }
}

/** An archive that starts empty, and goes when it is closed: it is in a file, but in one that has no name. */
export function openNamelessArchive(): Archive {
  return archiveIn(openDatabase(""), undefined);
}

/** Replaces whatever is in the cache by an empty archive. */
export function openEmptyArchive(cacheFolder: string, fault: string): Archive {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) {
    rmSync(join(cacheFolder, `archive.sqlite${suffix}`), { force: true, recursive: true });
  }
  return archiveIn(openDatabase(join(cacheFolder, "archive.sqlite")), fault);
}

/** Whether an error comes of a file that is damaged or is none of SQLite's own. */
export function isBroken(error: unknown): boolean {
  if (isDamage(error)) return true;
  const code = sqliteCode(error);
  return code === 11 || code === 26 || code === 14;
}

function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS });
  try {
    database.exec(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768; BEGIN IMMEDIATE; COMMIT",
    );
    return database;
  } catch (error) {
    database.close();
    if (sqliteCode(error) === 5) throw new ArchiveBusy(file);
    throw error;
  }
}

/** What keeps a file from being an archive: `is empty`. */
export function faultOf(database: DatabaseSync, file: string): string | undefined {
  const pragma = (name: string) => readPragma(database, name);
  if (pragma("page_count") <= 1 && pragma("application_id") === 0) return "is empty";
  if (pragma("application_id") !== APPLICATION_ID) return "belongs to another program";
  if (pragma("user_version") !== SCHEMA_VERSION) return "is of another version";
  if (isTruncated(database, file)) return "is truncated";
  return undefined;
}

/** Whether the end of a file is missing. */
export function isTruncated(database: DatabaseSync, file: string): boolean {
  return (
    readPragma(database, "page_count") * readPragma(database, "page_size") > statSync(file).size
  );
}

function readPragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
}

function archiveIn(database: DatabaseSync, rebuilt: string | undefined): Archive {
  database.exec("BEGIN IMMEDIATE");
  const isEmpty = database.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;
  if (isEmpty) {
    database.exec(
      `${SCHEMA}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`,
    );
  }
  database.exec("COMMIT");
  // A write-ahead log would hold all of a first record beside the archive; a rollback journal holds what was there.
  const isRecorded = database.prepare("SELECT 1 FROM facts").get() !== undefined;
  if (!isRecorded) database.exec("PRAGMA journal_mode = DELETE");
  return archiveOf(database, rebuilt);
}

export function archiveOf(database: DatabaseSync, rebuilt: string | undefined): Archive {
  return {
    sql: database.createTagStore(200),
    rebuilt,
    transaction: (work) => {
      using transaction = new Transaction(database);
      const result = work();
      transaction.commit();
      return result;
    },
    longTransaction: async (work) => {
      using transaction = new Transaction(database);
      const result = await work();
      transaction.commit();
      database.exec("PRAGMA journal_mode = WAL");
      return result;
    },
    vacuum: () => database.exec("VACUUM"),
    [Symbol.dispose]: () => database.close(),
  };
}

/** A transaction that is undone unless it is committed before it goes out of scope. */
class Transaction {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec("BEGIN IMMEDIATE");
  }

  commit(): void {
    this.#database.exec("COMMIT");
  }

  [Symbol.dispose](): void {
    if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
  }
}

function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}
