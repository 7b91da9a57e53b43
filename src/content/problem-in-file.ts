import type { Problem } from "../model/problem.ts";
import type { TextPlace } from "../model/reading.ts";
import type { Key, Part, Places } from "./places.ts";
import type { Refusal } from "./refusal.ts";

/** Something wrong with the value or the name of a key. */
export interface KeyFinding extends Refusal {
  /** From the top: `["image", "alt"]`. */
  readonly keys: readonly Key[];
  /** Default: the value. */
  readonly part?: Part;
  /** Default: an error. */
  readonly severity?: "warning";
}

/** Something wrong at a place that is known already. */
export interface PlacedFinding extends Refusal, TextPlace {
  readonly severity?: "error" | "warning";
}

export function problemAtKey(file: string, places: Places, finding: KeyFinding): Problem {
  const place = places.placeOf(finding.keys, finding.part ?? "value");
  return problemAt(file, { ...finding, ...place });
}

export function problemAt(file: string, finding: PlacedFinding): Problem {
  const { line, column, length, severity = "error", code, message, hint } = finding;
  return { file, line, column, length, severity, code, message, hint };
}
