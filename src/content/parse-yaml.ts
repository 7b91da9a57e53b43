import { load, YAMLException } from "js-yaml";
import type { TextPlace } from "../model/reading.ts";
import { firstLineOnly } from "./places.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import type { Refusal } from "./refusal.ts";

export type YamlMap = Readonly<Record<string, unknown>>;

/** Aliases can make a short text unfold to a billion values; nothing in a newsroom's file needs them. */
const LIMITS = { maxAliases: 0, maxDepth: 20 };

/** Dates, `yes` and `12:30` stay text. Throws a `YAMLException`. */
export function loadYaml(yaml: string): unknown {
  return load(yaml, LIMITS);
}

export function isYamlMap(value: unknown): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Runs `parse` on the file `source`; lines of its exceptions count from 0 at the first line of the file. */
export function catchYamlFault<T extends object>(
  source: string,
  parse: () => T,
): T | PlacedFinding {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return yamlFinding(source, error);
  }
}

function yamlFinding(source: string, error: YAMLException): PlacedFinding {
  const lines = source.split("\n");
  const place = placeOf(error, lines);
  return { ...place, ...explain(error.reason, lines[place.line - 1] ?? "") };
}

function placeOf({ mark }: YAMLException, lines: readonly string[]): TextPlace {
  const line = mark && lines[mark.line];
  if (!mark || line === undefined) return firstLineOnly(lines[0] ?? "").placeOf([], "key");
  const word = /^[^\s:]+/.exec(line.slice(mark.column))?.[0] ?? "";
  return { line: mark.line + 1, column: mark.column + 1, length: Math.max(1, word.length) };
}

function explain(reason: string, line: string): Refusal {
  if (reason.startsWith("duplicated")) {
    return {
      code: "yaml-duplicate-key",
      message: "This key is there twice.",
      hint: "Delete one of the two lines.",
    };
  }
  if (reason.includes("maxAliases")) {
    return {
      code: "yaml-alias",
      message: "A value can't refer to another one with *.",
      hint: "Write the value out, or put it in quotation marks.",
    };
  }
  if (reason.includes("maxDepth")) {
    return {
      code: "yaml-nesting",
      message: "Lists and maps are nested too deeply here.",
      hint: "Put the value in quotation marks if it begins with [ or {.",
    };
  }
  const message = `This can't be read as YAML: ${reason}.`;
  return { code: "yaml-syntax", message, hint: syntaxHint(reason, line) };
}

/** A text with a colon in it, the commonest fault by far: the key, and what has to be quoted. */
const TEXT_WITH_COLON = /^(\s*(?:- )?[\w-]+: +)([^\s"'[{|>&*!].*:.*)$/;

function syntaxHint(reason: string, line: string): string {
  const [, key, value] = TEXT_WITH_COLON.exec(line.trimEnd()) ?? [];
  if (key !== undefined && value !== undefined) return key.trimStart() + JSON.stringify(value);
  if (/\btabs?\b/.test(reason)) return "Indent with spaces, not with tabs.";
  if (/quoted scalar|deficient/.test(reason))
    return "Close the quotation mark of this value, or of the one above it.";
  if (reason.includes("input is empty")) return "Write one key a line, such as name: …";
  if (reason.includes("tag")) return "Put a value that begins with ! in quotation marks.";
  return "Put the value in quotation marks, or look at the indentation.";
}
