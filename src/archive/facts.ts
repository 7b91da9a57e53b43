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

/** Writes nothing where it is known: to have the archive written to takes longer than to look. */
export function writeFact({ sql }: Archive, name: Fact, value: string): void {
  sql.run`
    INSERT INTO facts VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`;
}

export function forgetFact({ sql }: Archive, name: Fact): void {
  sql.run`DELETE FROM facts WHERE name = ${name}`;
}
