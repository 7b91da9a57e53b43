import type { Token } from "markdown-it";
import type { Problem } from "../model/problem.ts";

/** Something to mend in a body: its lines count from the first one of the body. */
export type Finding = Omit<Problem, "file">;
export type Place = Pick<Problem, "line" | "column" | "length">;

/** Text that was parsed in one go: a paragraph, a heading, the cell of a table. */
export interface Passage {
  readonly content: string;
  readonly tokens: readonly Token[];
  /** Index of its first line in the body. */
  readonly line: number;
  /** Column from which on it stands in that line: cells share one. */
  readonly from: number;
}

export function linesOf(source: string): string[] {
  return source.split(/\r\n?|\n/);
}

export function* passagesOf(
  tokens: readonly Token[],
  lines: readonly string[],
): Generator<Passage> {
  let line = 0;
  let from = 0;
  for (const { map, children, content } of tokens) {
    if (map !== null) [line, from] = [map[0], 0];
    if (children === null) continue;
    yield { content, tokens: children, line, from };
    const text = firstLine(content);
    const column = (lines[line] as string).indexOf(text, from);
    if (column >= 0) from = column + text.length;
  }
}

/** Where in the body the characters of a passage from `start` to `end` are; the column is 1 where it can't be told. */
export function placeIn(
  passage: Passage,
  lines: readonly string[],
  start: number,
  end: number,
): Place {
  const { content, line, from } = passage;
  const above = content.slice(0, start).split("\n");
  const index = line + above.length - 1;
  const before = above.at(-1) as string;
  const text = firstLine(content.slice(start - before.length));
  const column = (lines[index] ?? "").indexOf(text, above.length === 1 ? from : 0);
  return {
    line: index + 1,
    column: column < 0 ? 1 : column + before.length + 1,
    length: end - start,
  };
}

/** A whole line of the body, without the space around it. */
export function placeOfLine(lines: readonly string[], index: number): Place {
  const text = lines[index] as string;
  const column = text.length - text.trimStart().length + 1;
  return { line: index + 1, column, length: text.trim().length };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] as string;
}
