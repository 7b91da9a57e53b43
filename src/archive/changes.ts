import type { Archive } from "./open-archive.ts";

/** How readers get an address differently. */
export const CHANGES = ["added", "changed", "removed"] as const;
export type Change = (typeof CHANGES)[number];

/** What a build changed for readers. A full one changes as much as there is: nobody holds it in memory. */
export interface Changes extends Readonly<Record<Change, number>> {
  /** Addresses in order; to be asked while the archive is open. */
  list(change: Change): Iterable<string>;
}

export const NO_CHANGES: Changes = { added: 0, changed: 0, removed: 0, list: () => [] };

/** What changed since somebody was last told: by this build, and by those before it that were killed. */
export function untoldChanges({ sql }: Archive): Changes {
  const counts = sql.all`SELECT change, count(*) AS n FROM changes GROUP BY change`;
  return {
    ...NO_CHANGES,
    ...Object.fromEntries(counts.map(({ change, n }) => [String(change), Number(n)])),
    *list(change) {
      const rows = sql.iterate`SELECT address FROM changes WHERE change = ${change} ORDER BY address`;
      for (const { address } of rows) yield String(address);
    },
  };
}

/** The changes where there was nothing before. */
export function allPagesAdded({ sql }: Archive): Changes {
  return {
    ...NO_CHANGES,
    added: Number(sql.get`SELECT count(*) AS n FROM pages`?.n),
    *list(change) {
      if (change !== "added") return;
      for (const { address } of sql.iterate`SELECT address FROM pages ORDER BY address`)
        yield String(address);
    },
  };
}

/** Whether a build was killed after it had begun to change what readers have. */
export function hasUntoldChanges({ sql }: Archive): boolean {
  return sql.get`SELECT 1 FROM changes LIMIT 1` !== undefined;
}

/** To be asked when somebody was told: the archive keeps no name of what readers must not get any more. */
export function forgetChanges(archive: Archive): void {
  if (hasUntoldChanges(archive)) archive.sql.run`DELETE FROM changes`;
}

/** Notes that a page is about to get other bytes. */
export function notePublished({ sql }: Archive, address: string, isNew: boolean): void {
  sql.run`
    INSERT INTO changes VALUES (${address}, ${isNew ? "added" : "changed"})
    ON CONFLICT (address) DO UPDATE SET change = 'changed' WHERE change = 'removed'`;
}

/** Notes that a page is about to go: one that nobody was told of is none that readers miss. */
export function noteRemoved({ sql }: Archive, address: string): void {
  const { changes } = sql.run`DELETE FROM changes WHERE address = ${address} AND change = 'added'`;
  if (changes > 0) return;
  sql.run`INSERT OR REPLACE INTO changes VALUES (${address}, 'removed')`;
}
