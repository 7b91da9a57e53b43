import { closest } from "fastest-levenshtein";
import type { Token } from "markdown-it";
import { closesDirective, DIRECTIVES, opensDirective, parseDirective } from "./directives.ts";
import { type Finding, placeOfLine } from "./passage.ts";
import { beginsWithPicture } from "./shape-directives.ts";

export function inspectHeadings(
  tokens: readonly Token[],
  lines: readonly string[],
  headingAbove: number,
): Finding[] {
  let above = headingAbove;
  return tokens.flatMap((token, index): Finding[] => {
    if (token.type !== "heading_open") return [];
    const { content, map } = tokens[index + 1] as Token;
    const level = Number(token.tag.slice(1));
    const place = placeOfLine(lines, (map as [number, number])[0]);
    const isSkipped = level > above + 1;
    const hint = `${"#".repeat(isSkipped ? above + 1 : 2)} ${content}`;
    above = Math.max(level, 2);
    if (level === 1) return [{ ...place, ...TOO_HIGH, hint }];
    return isSkipped ? [{ ...place, ...skipped(level), hint }] : [];
  });
}

const TOO_HIGH = {
  severity: "warning",
  code: "heading-level",
  message:
    "The headline is the only heading with a single #: readers see this one a level below it.",
} as const;

function skipped(level: number) {
  return {
    severity: "warning",
    code: "heading-skipped",
    message: `This heading of level ${level} has none of level ${level - 1} above it.`,
  } as const;
}

export function inspectDirectives(tokens: readonly Token[], lines: readonly string[]): Finding[] {
  const around: Token[] = [];
  return tokens.flatMap((token, index) => {
    if (closesDirective(token)) around.pop();
    if (!opensDirective(token)) return [];
    const place = placeOfLine(lines, (token.map as [number, number])[0]);
    const isOpen = isUnclosed(token, around, lines);
    around.push(token);
    return [
      ...inspectDirective(token, tokens.slice(index + 1, index + 4)),
      ...(isOpen ? [UNCLOSED] : []),
    ].map((finding) => ({ ...place, severity: "error", ...finding }));
  });
}

type DirectiveFinding = Pick<Finding, "code" | "message" | "hint">;

const UNCLOSED: DirectiveFinding = {
  code: "directive-unclosed",
  message: "This directive isn't closed.",
  hint: "Type ::: on a line of its own below it. A directive around another one takes four: ::::",
};

const NO_PICTURE: DirectiveFinding = {
  code: "figure-picture",
  message: "A figure begins with a picture on a line of its own.",
  hint: "![what the picture shows](2001/07/file.jpg), then the caption below it.",
};

function inspectDirective(directive: Token, paragraph: Token[]): DirectiveFinding[] {
  const { name } = parseDirective(directive);
  if (name === "figure" && !beginsWithPicture(paragraph)) return [NO_PICTURE];
  if (DIRECTIVES.some((known) => known === name)) return [];
  return [
    {
      code: "directive-unknown",
      message: `There is no directive "${name}".`,
      hint: `::: ${closest(name, DIRECTIVES)}`,
    },
  ];
}

/** A closing line serves one directive: those inside that end at the same line have none. */
function isUnclosed({ map }: Token, around: readonly Token[], lines: readonly string[]): boolean {
  const end = (map as [number, number])[1];
  return (
    !/^[\s>]*:{3,}\s*$/.test(lines[end] ?? "") || around.some((outer) => outer.map?.[1] === end)
  );
}
