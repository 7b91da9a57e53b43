import { forgetFact, readFact, writeFact } from "./facts.ts";
import type { Archive } from "./open-archive.ts";

/** Notes that the file may still hold words of a story that readers must not get any more. */
export function noteTraces(archive: Archive): void {
  writeFact(archive, "traces", "a story was taken down");
}

/**
 * Writes the file anew where a story was taken down: SQLite overwrites what it deletes, but not what it
 * left behind when it moved rows from page to page.
 */
export function sweepTraces(archive: Archive): void {
  if (readFact(archive, "traces") === undefined) return;
  archive.vacuum();
  forgetFact(archive, "traces");
}
