import { join, relative } from "node:path";
import { styleText } from "node:util";
import { readContentFile } from "../content/read-file.ts";
import type { Problem } from "../model/problem.ts";
import { formatProblem } from "./format-problem.ts";

/** Where problems are shown, and how. */
export interface ProblemScreen {
  write(text: string): void;
  readonly hasColors: boolean;
  /** In GitHub Actions, which puts annotations beside the lines of a pull request: from where it names files. */
  readonly repository: string | undefined;
}

/** Prints problems with the lines that they are about, then what became of faulty stories. Returns whether there were any. */
export function printProblems(
  problems: Iterable<Problem>,
  keptStories: Iterable<string>,
  contentFolder: string,
  screen: ProblemScreen,
): boolean {
  const lineOf = lineReader(contentFolder);
  const counts = { error: 0, warning: 0 };
  for (const problem of problems) {
    counts[problem.severity]++;
    const text = formatProblem(problem, lineOf(problem));
    screen.write(`${screen.hasColors ? colored(text, problem) : text}\n\n`);
    if (screen.repository === undefined) continue;
    const path = relative(screen.repository, join(contentFolder, problem.file));
    screen.write(`${annotation(problem, path)}\n`);
  }
  const hasAny = counts.error + counts.warning > 0;
  if (hasAny)
    screen.write(`${count(counts.error, "error")}, ${count(counts.warning, "warning")}\n`);
  for (const path of keptStories) screen.write(`${path}: still published in its earlier form\n`);
  return hasAny;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function colored(text: string, { severity }: Problem): string {
  const color = severity === "error" ? "red" : "yellow";
  const [place = "", ...rest] = text.split("\n");
  const styled = (style: Parameters<typeof styleText>[0], line: string) =>
    // Otherwise it asks whether standard output is a terminal: this goes to another.
    styleText(style, line, { validateStream: false });
  return [
    styled(["bold", color], place),
    ...rest.map((line) => {
      if (line.startsWith("hint: ")) return styled("green", line);
      return /^ *\^+$/.test(line) ? styled(color, line) : line;
    }),
  ].join("\n");
}

function annotation(problem: Problem, path: string): string {
  const { severity, line, column, length, code, message, hint } = problem;
  const place = {
    file: path,
    line,
    col: column,
    endColumn: column + length,
    title: code,
  };
  const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${severity} ${properties.join(",")}::${escapeData(`${message} ${hint}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Problems come file by file: one file is held at a time. What can't be read as text is not printed as text. */
function lineReader(contentFolder: string): (problem: Problem) => string | undefined {
  let read: { file: string; lines: string[] } | undefined;
  return ({ file, line }) => {
    if (read?.file !== file) {
      const content = readContentFile(contentFolder, file);
      read = { file, lines: "source" in content ? content.source.split("\n") : [] };
    }
    return read.lines[line - 1];
  };
}
