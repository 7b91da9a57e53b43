import type { SQLTagStore } from "node:sqlite";
import { openNameless } from "./open-nameless.ts";

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

  delete(key: string): void {
    const sql = this.#sql;
    if (sql !== undefined) sql.run`DELETE FROM map WHERE key = ${key}`;
  }

  /** An `undefined` value is a value, too. */
  set(key: string, value: Value): void {
    const json = value === undefined ? null : JSON.stringify(value);
    this.#sql ??= openNameless(`
      CREATE TABLE map (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT)`);
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

  *keys(): Generator<string> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value;
  }
}

function fromJson<Value>(json: unknown): Value {
  return json === null ? (undefined as Value) : JSON.parse(String(json));
}
