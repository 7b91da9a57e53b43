import { hash } from "node:crypto";

/** What stands before the posts of a live blog, or one of them, as it is typed. */
export interface LivePart {
  /** Behind the signs of the heading; empty before the first post. */
  readonly heading: string;
  /** Line and column of the body at which `heading` begins. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Line of the body on which `text` begins. */
  readonly textLine: number;
  /** SHA-256 of heading and text, in hex: the first 32 characters. */
  readonly hash: string;
}

const SIGNS = /^ {0,3}##(?:[ \t]+|$)/;

/** A post begins with each line that is a heading with two signs, and ends before the next one. */
export function splitLiveBlog(body: string): { intro: LivePart; posts: LivePart[] } {
  const lines = body.split(/\r\n?|\n/);
  const starts = lines.flatMap((line, index) => (SIGNS.test(line) ? [index] : []));
  return {
    intro: partOf(lines, undefined, starts[0]),
    posts: starts.map((start, index) => partOf(lines, start, starts[index + 1])),
  };
}

function partOf(lines: readonly string[], start: number | undefined, end?: number): LivePart {
  const line = start === undefined ? "" : (lines[start] as string);
  const [signs = ""] = SIGNS.exec(line) ?? [];
  // As in Markdown, signs may close it too.
  const heading = line.slice(signs.length).trimEnd().replace(/(?:^|[ \t]+)#+$/, "");
  const first = start === undefined ? 0 : start + 1;
  const text = lines.slice(first, end).join("\n").trimEnd();
  return {
    heading,
    line: (start ?? 0) + 1,
    column: signs.length + 1,
    text,
    textLine: first + 1,
    hash: hash("sha256", `${heading}\n${text.replace(/^\n+/, "")}`).slice(0, 32),
  };
}
