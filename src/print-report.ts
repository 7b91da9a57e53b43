import { once } from "node:events";
import { relative } from "node:path";
import {
  type BuildReport,
  jsonFigures,
  jsonProblems,
  jsonReport,
  unpublishedReport,
} from "./build-report.ts";
import { buildLines } from "./desk/print-build.ts";
import { type ProblemScreen, printProblems } from "./desk/print-problems.ts";
import { profileLines } from "./desk/print-profile.ts";
import { inBatches } from "./in-batches.ts";
import type { Problem } from "./model/problem.ts";
import type { ProfileFigures } from "./profile.ts";

/** Where a report is read, and what its paths are told from. */
export interface ReportScreen extends ProblemScreen {
  readonly startFolder: string;
  readonly contentFolder: string;
  readonly outputFolder: string;
}

/** Prints what a build did, then the problems. */
export function printReport(report: BuildReport, screen: ReportScreen, isDelta = false): void {
  const { startFolder, contentFolder, outputFolder } = screen;
  screen.write(text(buildLines(report, relative(startFolder, outputFolder), isDelta)));
  printProblems(report.problems, report.listKept(), contentFolder, screen);
}

export function printProfile(figures: ProfileFigures, screen: ReportScreen): void {
  screen.write(text(profileLines(figures)));
}

/** Waits for whoever reads it. */
export async function printJsonReport(
  report: BuildReport,
  profile: ProfileFigures | undefined,
  output: NodeJS.WritableStream,
): Promise<void> {
  const figures = { ...jsonFigures(report), profile };
  await printJson(jsonReport(figures, report), output);
}

/** Likewise, problems alone. */
export async function printJsonProblems(
  problems: Iterable<Problem>,
  output: NodeJS.WritableStream,
): Promise<void> {
  await printJson(jsonProblems(problems), output);
}

/** The report of a command that could do nothing. */
export function printJsonFault(fault: string, output: NodeJS.WritableStream): void {
  const report = unpublishedReport([]);
  output.write([...jsonReport({ ...jsonFigures(report), fault }, report)].join(""));
}

async function printJson(pieces: Iterable<string>, output: NodeJS.WritableStream): Promise<void> {
  for (const some of inBatches(pieces, 1_000)) {
    if (!output.write(some.join(""))) await once(output, "drain");
  }
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
