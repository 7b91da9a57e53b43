import { readFileSync } from "node:fs";
import type { Change } from "./archive/changes.ts";

/** Addresses that readers get differently since a build. */
export type ReportedChanges = Readonly<Record<Change, readonly string[]>>;

/** A file is not what build --json prints; the message is the file. */
export class NoReport extends Error {}

/**
 * What the report of a build, as `build --json` prints it, says that it changed.
 * @throws NoReport
 */
export function readReportedChanges(file: string): ReportedChanges {
  const { added, changed, removed } = parseReport(readFileSync(file, "utf8"))?.changes ?? {};
  if (added && changed && removed) return { added, changed, removed };
  throw new NoReport(file);
}

function parseReport(text: string): { readonly changes?: Partial<ReportedChanges> } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
