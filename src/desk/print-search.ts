import { count } from "./print-problems.ts";

/** What is told of the search index to whoever had it made. */
export function searchLine(report: {
  readonly made: readonly string[];
  readonly removed: readonly string[];
  readonly bundles: number;
  readonly stories: number;
}): string {
  const { made, removed, bundles, stories } = report;
  const names = made.length > 0 ? ` (${made.join(", ")})` : "";
  const gone = removed.length > 0 ? `, ${removed.length} removed (${removed.join(", ")})` : "";
  return `${stories === 1 ? "1 story" : `${stories} stories`} indexed in ${made.length} of ${count(bundles, "bundle")}${names}${gone}.`;
}
