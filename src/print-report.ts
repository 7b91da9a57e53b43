import { once } from "node:events";
import { relative } from "node:path";
import { NO_CHANGES } from "./archive/changes.ts";
import { type BuildReport, jsonFigures, jsonReport, unpublishedReport } from "./build-report.ts";
import { buildLines } from "./desk/print-build.ts";
import { type ProblemScreen, printProblems } from "./desk/print-problems.ts";
import { profileLines } from "./desk/print-profile.ts";
import { inBatches } from "./in-batches.ts";
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
  printProblems(report.problems, report.keptStories, contentFolder, screen);
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
  for (const some of inBatches(jsonReport(figures, report.changes), 1_000)) {
    if (!output.write(some.join(""))) await once(output, "drain");
  }
}

/** The report of a command that could do nothing. */
export function printJsonFault(fault: string, output: NodeJS.WritableStream): void {
  const figures = { ...jsonFigures(unpublishedReport([])), fault };
  output.write([...jsonReport(figures, NO_CHANGES)].join(""));
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
