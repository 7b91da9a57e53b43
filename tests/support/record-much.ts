import { writeFact } from "../../src/archive/facts.ts";
import type { Archive } from "../../src/archive/open-archive.ts";

/**
 * Records more megabytes than SQLite's page cache holds. `meanwhile` is called when they are written, and before they
 * are committed.
 */
export async function recordMuch(
  archive: Archive,
  meanwhile: () => void,
  count = 60,
): Promise<void> {
  await archive.longTransaction(async () => {
    const { sql } = archive;
    for (let number = 0; number < count; number++) {
      sql.run`INSERT INTO authors VALUES (${`author-${number}`}, ${"long ".repeat(200_000)}, 0)`;
    }
    writeFact(archive, "now", "0");
    meanwhile();
  });
}
