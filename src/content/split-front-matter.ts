import type { PlacedFinding } from "./problem-in-file.ts";
import { quoted, type Refusal } from "./refusal.ts";

export interface SplitSource {
  readonly yaml: string;
  readonly body: string;
  /** Line of the file on which `yaml` starts, so that positions in it can be shifted. */
  readonly yamlLine: number;
  readonly bodyLine: number;
}

/** Nobody writes as much, and some parsers of front matter need the square of its length. */
const LONGEST_FRONT_MATTER = 32_000;

/** Separates the front matter from the text below it. The first and the closing line must be exactly `---`. */
export function splitFrontMatter(source: string): SplitSource | PlacedFinding {
  const opening = /^---[ \t]*\n/.exec(source)?.[0];
  if (opening === undefined) return atFirstLine(source, refuseFirstLine(firstLine(source)));

  const closing = /^---[ \t]*$/m.exec(source.slice(opening.length));
  if (closing === null) return atFirstLine(source, UNCLOSED);
  if (closing.index > LONGEST_FRONT_MATTER) return atFirstLine(source, TOO_LONG);

  const yaml = source.slice(opening.length, opening.length + closing.index);
  const bodyStart = opening.length + closing.index + closing[0].length + 1;
  const bodyLine = yaml.split("\n").length + 2;
  return { yaml, body: source.slice(bodyStart), yamlLine: 2, bodyLine };
}

const UNCLOSED: Refusal = {
  code: "front-matter-unclosed",
  message: "The front matter has no end.",
  hint: "Below its last key, add a line of exactly three hyphens: ---",
};

const TOO_LONG: Refusal = {
  code: "front-matter-too-long",
  message: `The front matter has more than ${LONGEST_FRONT_MATTER} characters.`,
  hint: "Move text below the second --- line.",
};

function refuseFirstLine(line: string): Refusal {
  if (/^(---[ \t]*\S|\+\+\+)/.test(line) && !/^----/.test(line)) {
    return {
      code: "front-matter-language",
      message: `The file begins with ${quoted(line)}: front matter is YAML, and its first line is exactly ---.`,
      hint: "Write --- alone on the first line, and keys such as headline: … below it.",
    };
  }
  return {
    code: "front-matter-missing",
    message: "The file doesn't begin with front matter.",
    hint: "Write --- alone on the first line, keys such as headline: … below it, then --- again.",
  };
}

function atFirstLine(source: string, refusal: Refusal): PlacedFinding {
  const length = Math.max(1, firstLine(source).trimEnd().length);
  return { line: 1, column: 1, length, ...refusal };
}

function firstLine(source: string): string {
  return source.split("\n", 1)[0] ?? "";
}
