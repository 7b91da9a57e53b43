import { writeFact } from "../../src/archive/facts.ts";
import type { Archive } from "../../src/archive/open-archive.ts";

/** Records more than SQLite's page cache holds. `meanwhile` is called when it is written, and before it is committed. */
export async function recordMuch(archive: Archive, meanwhile: () => void): Promise<void> {
  await archive.longTransaction(async () => {
    const { sql } = archive;
    for (let number = 0; number < 60; number++) {
      sql.run`INSERT INTO authors VALUES (${`author-${number}`}, ${"long ".repeat(200_000)}, 0)`;
    }
    writeFact(archive, "now", "0");
    meanwhile();
  });
}
