import type { Archive } from "./open-archive.ts";

/** Something that the last build left for the next. */
export type Fact =
  | "edition"
  | "settings"
  | "policies"
  | "assets"
  | "now"
  | "tree"
  | "output"
  | "twins"
  | "traces";

export function readFact({ sql }: Archive, name: Fact): string | undefined {
  const row = sql.get`SELECT value FROM facts WHERE name = ${name}`;
  return row === undefined ? undefined : String(row.value);
}

export function writeFact({ sql }: Archive, name: Fact, value: string): void {
  sql.run`INSERT OR REPLACE INTO facts VALUES (${name}, ${value})`;
}

export function forgetFact({ sql }: Archive, name: Fact): void {
  sql.run`DELETE FROM facts WHERE name = ${name}`;
}
