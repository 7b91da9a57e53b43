import { readdirSync, readFileSync } from "node:fs";

export interface Case {
  readonly title: string;
  readonly path: string;
  readonly source: string;
  readonly expected: string;
}

const FOLDER = new URL("problems/", import.meta.url);

/**
 * Cases of the texts under `problems/`: a line `== title`, one with the file's path, its source, a line `=>` and the report
 * that an editor gets. `‹U+0008›` stands for a character that no editor could see, `‹33000 x›` for a repeated one.
 */
export function readCases(): Case[] {
  return readdirSync(FOLDER).flatMap((name) => {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    return text.split(/^== /m).slice(1).map(readCase);
  });
}

function readCase(text: string): Case {
  const [, title, path, source, expected] =
    /^(.*)\n(.*)\n([\s\S]*)\n=>\n([\s\S]*)$/.exec(text) ?? [];
  if (!title || !path || source === undefined || !expected) throw new Error(`No case: ${text}`);
  return { title, path, source: withCharacters(source), expected: expected.trim() };
}

function withCharacters(source: string): string {
  return source
    .replace(/‹U\+([0-9A-F]+)›/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/‹(\d+) (.)›/g, (_, times: string, sign: string) => sign.repeat(Number(times)));
}
