import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLTagStore } from "node:sqlite";
import { inTransaction } from "../in-transaction.ts";
import type { IdRange, KnownSubscription, Subscription, Subscriptions } from "../subscriptions.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never that of one that is gone
  endpoint TEXT NOT NULL UNIQUE,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  sections TEXT              -- JSON list of keys; NULL: everything
);
`;

/** What a reader asks for: everything, or the stories of some sections, by their keys. */
export type Choice = "everything" | readonly string[];

export interface Subscribing {
  readonly subscription: Subscription;
  /** As it was where it is absent; everything where there was nothing. */
  readonly choice?: Choice | undefined;
  /** Endpoint that the browser had before. */
  readonly replaces?: string | undefined;
}

const BUSY_TIMEOUT_MS = 5_000;

/** Subscriptions in a SQLite file, which the service and `announce` may have open at a time. */
export class SubscriptionStore implements Subscriptions, Disposable {
  readonly #database: DatabaseSync;
  readonly #sql: SQLTagStore;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, "subscriptions.sqlite");
    this.#database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    this.#database.exec(`PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; ${SCHEMA}`);
    this.#sql = this.#database.createTagStore(20);
  }

  /** Whether the subscription is a new one. */
  subscribe(request: Subscribing): boolean {
    return inTransaction(this.#database, () => !this.#replace(request) && this.#store(request));
  }

  /** The new endpoint keeps the old one's id: nobody is sent the same twice because their browser renewed it. */
  #replace({ subscription: { endpoint, keys }, choice, replaces }: Subscribing): boolean {
    if (replaces === undefined || replaces === endpoint) return false;
    const { changes } = this.#sql.run`
      UPDATE OR REPLACE subscriptions SET endpoint = ${endpoint}, p256dh = ${keys.p256dh}, auth = ${keys.auth},
        sections = CASE WHEN ${choice === undefined ? 1 : 0} THEN sections ELSE ${sectionsOf(choice)} END
      WHERE endpoint = ${replaces}`;
    return changes > 0;
  }

  #store({ subscription: { endpoint, keys }, choice }: Subscribing): boolean {
    const known = this.#sql.get`SELECT sections FROM subscriptions WHERE endpoint = ${endpoint}`;
    const sections = choice === undefined && known ? known.sections : sectionsOf(choice);
    this.#sql.run`
      INSERT INTO subscriptions (endpoint, p256dh, auth, sections)
      VALUES (${endpoint}, ${keys.p256dh}, ${keys.auth}, ${sections as string | null})
      ON CONFLICT (endpoint) DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth, sections = excluded.sections`;
    return known === undefined;
  }

  unsubscribe(endpoint: string): void {
    this.#sql.run`DELETE FROM subscriptions WHERE endpoint = ${endpoint}`;
  }

  async newest(): Promise<number> {
    return Number(this.#sql.get`SELECT max(id) AS id FROM subscriptions`?.id ?? 0);
  }

  async count({ after, upTo }: IdRange, section: string | undefined): Promise<number> {
    const row = this.#sql.get`
      SELECT count(*) AS n FROM subscriptions WHERE id > ${after} AND id <= ${upTo}
      AND (sections IS NULL OR EXISTS (SELECT 1 FROM json_each(sections) WHERE value = ${section ?? null}))`;
    return Number(row?.n);
  }

  async list(
    { after, upTo }: IdRange,
    section: string | undefined,
    count: number,
  ): Promise<KnownSubscription[]> {
    const rows = this.#sql.all`
      SELECT id, endpoint, p256dh, auth FROM subscriptions WHERE id > ${after} AND id <= ${upTo}
      AND (sections IS NULL OR EXISTS (SELECT 1 FROM json_each(sections) WHERE value = ${section ?? null}))
      ORDER BY id LIMIT ${count}`;
    return rows.map(fromRow);
  }

  async find(ids: readonly number[]): Promise<KnownSubscription[]> {
    const rows = this.#sql.all`
      SELECT id, endpoint, p256dh, auth FROM subscriptions
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
    return rows.map(fromRow);
  }

  async remove(subscriptions: readonly KnownSubscription[]): Promise<void> {
    inTransaction(this.#database, () => {
      for (const { id, endpoint } of subscriptions)
        this.#sql.run`DELETE FROM subscriptions WHERE id = ${id} AND endpoint = ${endpoint}`;
    });
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

function sectionsOf(choice: Choice = "everything"): string | null {
  return choice === "everything" ? null : JSON.stringify([...new Set(choice)].sort());
}

function fromRow(row: Record<string, unknown>): KnownSubscription {
  const { id, endpoint, p256dh, auth } = row;
  return {
    id: Number(id),
    endpoint: String(endpoint),
    keys: { p256dh: String(p256dh), auth: String(auth) },
  };
}
