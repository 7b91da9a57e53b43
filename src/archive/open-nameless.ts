import { DatabaseSync, type SQLTagStore } from "node:sqlite";

/**
 * A database in a temporary file without a name, which nobody else sees and which goes with it. Nothing of it is ever
 * to be committed.
 */
export function openNameless(schema: string): SQLTagStore {
  const database = new DatabaseSync("");
  database.exec(`
    PRAGMA journal_mode = OFF;
    ${schema};
    BEGIN`);
  return database.createTagStore(8);
}
