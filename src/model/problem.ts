/** Something in the content for an editor to mend. An error keeps the story from being published as it stands. */
export interface Problem {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** Line and column count from 1; columns and `length` are in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly severity: "error" | "warning";
  /** Permanent; the message may be reworded. */
  readonly code: string;
  readonly message: string;
  /** What to type, or where to look. */
  readonly hint: string;
}

export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}

/** By file, then place, so that reports do not depend on the order in which files were read. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code)
  );
}

/** Order by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one error of site.yaml that leaves its settings readable. */
export const EXPIRED = "security-expired";

/** Without settings nothing can be said of any story. */
export function stopsEverything(problem: Problem): boolean {
  return problem.file === "site.yaml" && isError(problem) && problem.code !== EXPIRED;
}
