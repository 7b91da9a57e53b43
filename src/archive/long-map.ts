import { DatabaseSync, type SQLTagStore } from "node:sqlite";

/**
 * A `Map` from texts to plain data that may hold as much as there are stories: it is in a file, which nobody else
 * sees and which goes with it.
 */
export class LongMap<Value> {
  /** Absent as long as it holds nothing, as in most builds. */
  #sql: SQLTagStore | undefined;

  has(key: string): boolean {
    return this.#rowOf(key) !== undefined;
  }

  get(key: string): Value | undefined {
    const row = this.#rowOf(key);
    return row === undefined ? undefined : fromJson(row.value);
  }

  #rowOf(key: string) {
    const sql = this.#sql;
    return sql === undefined ? undefined : sql.get`SELECT value FROM map WHERE key = ${key}`;
  }

  /** An `undefined` value is a value, too. */
  set(key: string, value: Value): void {
    const json = value === undefined ? null : JSON.stringify(value);
    this.#sql ??= openMap();
    this.#sql.run`
      INSERT INTO map (key, value) VALUES (${key}, ${json})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
  }

  /** In the order in which keys were first set. */
  *[Symbol.iterator](): Generator<[key: string, value: Value]> {
    const sql = this.#sql;
    if (sql === undefined) return;
    for (const { key, value } of sql.iterate`SELECT key, value FROM map ORDER BY number`)
      yield [String(key), fromJson(value)];
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value;
  }
}

/** Without a name, a database is in a temporary file that has none either. Nothing of it is ever to be committed. */
function openMap(): SQLTagStore {
  const database = new DatabaseSync("");
  database.exec(`
    PRAGMA journal_mode = OFF;
    CREATE TABLE map (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT);
    BEGIN`);
  return database.createTagStore(8);
}

function fromJson<Value>(json: unknown): Value {
  return json === null ? (undefined as Value) : JSON.parse(String(json));
}
