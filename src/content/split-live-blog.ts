import { hash } from "node:crypto";

/** What stands before the posts of a live blog, or one of them, as it is typed. */
export interface LivePart {
  /** Behind the signs of the heading; empty before the first post. */
  readonly heading: string;
  /** Where `heading` begins. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** On which `text` begins. */
  readonly textLine: number;
  /** SHA-256 of heading and text, in hex: the first 32 characters. */
  readonly hash: string;
}

const SIGNS = /^ {0,3}##(?:[ \t]+|$)/;

/**
 * A post begins with each line that is a heading with two signs, and ends before the next one.
 * @param bodyLine on which the text begins, where lines are counted from the top of a file.
 */
export function splitLiveBlog(body: string, bodyLine = 1): { intro: LivePart; posts: LivePart[] } {
  const lines = body.split(/\r\n?|\n/);
  const starts = lines.flatMap((line, index) => (SIGNS.test(line) ? [index] : []));
  const partOf = (start: number | undefined, end: number | undefined) =>
    livePart(lines, bodyLine, start, end);
  return {
    intro: partOf(undefined, starts[0]),
    posts: starts.map((start, index) => partOf(start, starts[index + 1])),
  };
}

function livePart(
  lines: readonly string[],
  bodyLine: number,
  start: number | undefined,
  end: number | undefined,
): LivePart {
  const line = start === undefined ? "" : (lines[start] as string);
  const [signs = ""] = SIGNS.exec(line) ?? [];
  // As in Markdown, signs may close it too.
  const heading = line
    .slice(signs.length)
    .trimEnd()
    .replace(/(?:^|[ \t])#+$/, "")
    .trimEnd();
  const first = start === undefined ? 0 : start + 1;
  const text = lines.slice(first, end).join("\n").trimEnd();
  return {
    heading,
    line: bodyLine + (start ?? 0),
    column: signs.length + 1,
    text,
    textLine: bodyLine + first,
    hash: hash("sha256", `${heading}\n${text.replace(/^\n+/, "")}`).slice(0, 32),
  };
}

/** What stands before the posts, as an introduction and the list of the key points below it. */
export function splitPoints({ text }: LivePart): { lead: string; points: string } {
  const lines = text.split("\n");
  const start = lines.findIndex(
    (line, index) => /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line) && !lines[index - 1]?.trim(),
  );
  const end = start < 0 ? lines.length : start;
  return { lead: lines.slice(0, end).join("\n"), points: lines.slice(end).join("\n") };
}
