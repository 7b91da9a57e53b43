import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLTagStore } from "node:sqlite";
import type { Instant } from "../model/instant.ts";
import type { PublishedStory } from "../model/story.ts";
import { AnnounceBusy } from "./announce-faults.ts";
import { inTransaction } from "./in-transaction.ts";
import type { IdRange } from "./subscriptions.ts";

const SCHEMA = `
-- Every story that was announced, or is about to be. None is ever removed: each is announced once.
CREATE TABLE IF NOT EXISTS announcements (
  address TEXT PRIMARY KEY,
  words TEXT NOT NULL,      -- hash of headline and text: knows a story that was moved
  taken INTEGER NOT NULL,   -- subscriptions up to this one have had their turn
  newest INTEGER NOT NULL,  -- when it began: who came later reads it on the page
  is_over INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS announcements_words ON announcements (words);

-- Subscriptions that are being sent to, and those that will be once more.
CREATE TABLE IF NOT EXISTS deliveries (
  address TEXT, subscription INTEGER,
  attempts INTEGER NOT NULL,
  due INTEGER,              -- when to try again; NULL while it is being sent
  PRIMARY KEY (address, subscription)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (address, due);
`;

export interface Delivery {
  readonly subscription: number;
  /** Those before this one. */
  readonly attempts: number;
}

/**
 * What was sent to whom, in a SQLite file of its own. Who is about to be sent to is written down first: so whoever is killed
 * in the middle leaves in doubt a few subscriptions, which are not sent to again, and sends nobody the same twice.
 */
export class AnnounceRecord implements Disposable {
  readonly #database: DatabaseSync;
  readonly #sql: SQLTagStore;

  /** @throws AnnounceBusy */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#database = new DatabaseSync(join(folder, "announced.sqlite"));
    lock(this.#database);
    this.#database.exec(SCHEMA);
    this.#sql = this.#database.createTagStore(20);
  }

  /** Does some of what is below in one go: on the disk when it returns, or not done at all. */
  transaction<T>(work: () => T): T {
    return inTransaction(this.#database, work);
  }

  /** Whether a story was announced, or is being announced: here, at one of its former addresses, or with the same words. */
  knows(story: PublishedStory): boolean {
    const addresses = JSON.stringify([story.address, ...story.aliases]);
    const row = this.#sql.get`
      SELECT 1 FROM announcements
      WHERE address IN (SELECT value FROM json_each(${addresses})) OR words = ${wordsOf(story)}`;
    return row !== undefined;
  }

  /** Addresses of stories that not everybody was told of yet. */
  listUnfinished(): string[] {
    const rows = this.#sql
      .all`SELECT address FROM announcements WHERE NOT is_over ORDER BY address`;
    return rows.map(({ address }) => String(address));
  }

  /** False where it was announced under another address meanwhile. */
  begin(story: PublishedStory, newest: number): boolean {
    if (this.listUnfinished().includes(story.address)) return true;
    if (this.knows(story)) return false;
    this.#sql
      .run`INSERT INTO announcements VALUES (${story.address}, ${wordsOf(story)}, 0, ${newest}, 0)`;
    return true;
  }

  /** Subscriptions that have not had their turn. */
  rest(address: string): IdRange {
    const row = this.#sql.get`SELECT taken, newest FROM announcements WHERE address = ${address}`;
    return { after: Number(row?.taken), upTo: Number(row?.newest) };
  }

  /** Writes down that some are about to be sent to, before they are. All up to `taken` have then had their turn. */
  take(address: string, subscriptions: readonly number[], taken: number): void {
    this.#sql.run`UPDATE announcements SET taken = ${taken} WHERE address = ${address}`;
    for (const subscription of subscriptions)
      this.#sql.run`INSERT INTO deliveries VALUES (${address}, ${subscription}, 0, NULL)`;
  }

  /** Some of those that are to be tried again by now; they are being sent to from here on. */
  takeDue(address: string, now: Instant, count: number): Delivery[] {
    const rows = this.#sql.all`
      UPDATE deliveries SET due = NULL WHERE address = ${address} AND subscription IN (
        SELECT subscription FROM deliveries WHERE address = ${address} AND due <= ${now} ORDER BY due LIMIT ${count})
      RETURNING subscription, attempts`;
    return rows.map(({ subscription, attempts }) => ({
      subscription: Number(subscription),
      attempts: Number(attempts),
    }));
  }

  /** Forgets deliveries that are through: nothing is left to do for them. */
  settle(address: string, subscriptions: readonly number[]): void {
    this.#sql.run`
      DELETE FROM deliveries WHERE address = ${address}
      AND subscription IN (SELECT value FROM json_each(${JSON.stringify(subscriptions)}))`;
  }

  postpone(address: string, { subscription, attempts }: Delivery, due: Instant): void {
    this.#sql.run`
      UPDATE deliveries SET attempts = ${attempts}, due = ${due}
      WHERE address = ${address} AND subscription = ${subscription}`;
  }

  /** When the first of a story's deliveries is to be tried again. */
  nextDue(address: string): Instant | undefined {
    const row = this.#sql.get`SELECT min(due) AS due FROM deliveries WHERE address = ${address}`;
    return row?.due === null ? undefined : Number(row?.due);
  }

  countPostponed(address: string): number {
    return Number(
      this.#sql.get`SELECT count(due) AS n FROM deliveries WHERE address = ${address}`?.n,
    );
  }

  /** Gives up what a run that was killed left in doubt, and says how many that are. */
  giveUpDoubtful(address: string): number {
    const { changes } = this.#sql
      .run`DELETE FROM deliveries WHERE address = ${address} AND due IS NULL`;
    return Number(changes);
  }

  /** Nobody more is told of a story. */
  finish(address: string): void {
    this.transaction(() => {
      this.#sql.run`UPDATE announcements SET is_over = 1 WHERE address = ${address}`;
      this.#sql.run`DELETE FROM deliveries WHERE address = ${address}`;
    });
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

function wordsOf({ headline, bodyHash }: PublishedStory): string {
  return createHash("sha256")
    .update(JSON.stringify([headline, bodyHash]))
    .digest("hex");
}

function lock(database: DatabaseSync): void {
  try {
    database.exec(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT",
    );
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5)
      throw new AnnounceBusy();
    throw error;
  }
}
