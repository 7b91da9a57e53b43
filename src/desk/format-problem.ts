import type { Problem } from "../model/problem.ts";

/** A problem as it is printed, without color: place and code, message, the line of the file, hint. */
export function formatProblem(problem: Problem, sourceLine: string | undefined): string {
  const { file, line, column, severity, code, message, hint } = problem;
  return [
    `${file}:${line}:${column} ${severity} ${code}`,
    message,
    ...(sourceLine?.trim() ? markedLine(problem, sourceLine) : []),
    `hint: ${hint}`,
  ]
    .map(visible)
    .join("\n");
}

const WIDEST = 100;

function markedLine({ line, column, length }: Problem, sourceLine: string): string[] {
  const start = column - 1;
  const skipped = start + Math.min(length, 40) > WIDEST ? start - 40 : 0;
  const shown = sourceLine.slice(skipped, skipped + WIDEST);
  const before = shown.slice(0, start - skipped);
  const carets = "^".repeat(Math.max(1, Math.min(length, shown.length - before.length)));
  const gutter = `${String(line).padStart(3)} | `;
  const indent = " ".repeat(gutter.length) + before.replace(/[^\t]/g, " ");
  return [gutter + shown.trimEnd(), indent + carets];
}

/** Nothing in a content file may move the cursor of a terminal or turn the direction of its text. */
function visible(text: string): string {
  return text.replace(/(?!\t)\p{Cc}|[\p{Cf}\u2028\u2029]/gu, "\ufffd");
}
