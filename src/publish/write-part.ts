import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Share } from "../model/share.ts";
import { PART_FILE, type PartMaker, type PartPage } from "./parts.ts";

/** The folder holds something that is no part. */
export class ForeignPartFolder extends Error {}

const UNFINISHED = `${PART_FILE}.new`;

/** Writes the pages of a share into one file, which travels better than many. When it is finished, it is a part. */
export class PartWriter {
  readonly #folder: string;
  readonly #database: DatabaseSync;

  /** @throws ForeignPartFolder */
  constructor(folder: string, share: Share, { edition, policies }: PartMaker) {
    this.#folder = folder;
    clear(folder);
    this.#database = new DatabaseSync(join(folder, UNFINISHED));
    this.#database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE part (number INTEGER, count INTEGER, edition TEXT, policies TEXT);
      CREATE TABLE pages (address TEXT PRIMARY KEY, fingerprint TEXT, content TEXT); BEGIN`);
    this.#database
      .prepare("INSERT INTO part VALUES (?, ?, ?, ?)")
      .run(share.number, share.count, edition, policies);
  }

  add(pages: readonly PartPage[]): void {
    const insert = this.#database.prepare("INSERT INTO pages VALUES (?, ?, ?)");
    for (const { address, fingerprint, content } of pages) {
      insert.run(address, fingerprint, content);
    }
  }

  finish(): void {
    this.#database.exec("COMMIT");
    this.#database.close();
    renameSync(join(this.#folder, UNFINISHED), join(this.#folder, PART_FILE));
  }

  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function clear(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const ours = [PART_FILE, UNFINISHED];
  if (readdirSync(folder).some((name) => !ours.includes(name))) throw new ForeignPartFolder(folder);
  for (const name of ours) rmSync(join(folder, name), { force: true });
}
