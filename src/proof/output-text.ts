import type { Problem } from "../model/problem.ts";

/** A file of the output that is text. */
export interface OutputText {
  /** Path inside the output folder. */
  readonly file: string;
  readonly address: string;
  readonly text: string;
}

/** What a proofreader finds; `index` is where in the text, if it is somewhere in it. */
export interface Finding extends Pick<Problem, "code" | "message" | "hint"> {
  readonly severity?: "warning";
  readonly index?: number;
  readonly length?: number;
}

export function problemIn(
  { file, text }: Pick<OutputText, "file" | "text">,
  found: Finding,
): Problem {
  const { index = 0, length = 1, severity = "error", code, message, hint } = found;
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return { file, line, column: index - lineStart + 1, length, severity, code, message, hint };
}
