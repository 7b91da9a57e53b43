import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type BuildReport, jsonReport, unpublishedReport } from "./build-report.ts";
import { buildLines } from "./desk/print-build.ts";
import { type ProblemScreen, printProblems } from "./desk/print-problems.ts";
import { showProgress } from "./desk/show-progress.ts";
import { explainFault } from "./explain-fault.ts";
import type { Instant } from "./model/instant.ts";
import { isError, type Problem } from "./model/problem.ts";
import type { Paper } from "./paper.ts";

/** Published without errors; published, but some stories have errors; the command or the machine is at fault. */
const EXIT = { fine: 0, problems: 1, fault: 2 } as const;

const projectFolder = resolve(import.meta.dirname, "..");
const startFolder = process.cwd();

interface Flags {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly now?: Instant;
  readonly json: boolean;
}

const dateline = new Command("dateline")
  .description("Turns a folder of Markdown stories into a news site.")
  .exitOverride();

command("build", "publish what changed")
  .addOption(folder("--output <dir>", "what readers get", "_site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache"))
  .option("--full", "forget the fingerprints, render everything", false)
  .option("--strict", "publish nothing when there is an error", false)
  .option("--json", "print the report as one JSON object on standard output", false)
  .action(runBuild);

command("check", "show the problems of all files, or of these files and folders; writes nothing")
  .argument("[file...]", "paths in the content folder", toExistingPaths, [])
  .option("--json", "print the problems as one JSON object on standard output", false)
  .action(runCheck);

command("start", "show the paper with its drafts on this machine, and every change at once")
  .addOption(folder("--output <dir>", "what the browser gets", ".cache/start/site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache/start"))
  .option("--port <number>", "on the loopback address; 0: any that is free", toPort, 8080)
  .action(runStart);

try {
  // Eleventy finds the layouts from the project's root, wherever the command was given.
  process.chdir(projectFolder);
  await dateline.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}

function command(name: string, description: string): Command {
  return dateline
    .command(name)
    .description(description)
    .addOption(folder("--content <dir>", "what the newsroom writes", "content"))
    .option("--now <instant>", "time of publication; default: the clock", toInstant);
}

function folder(flag: string, description: string, path: string): Option {
  return new Option(flag, description).argParser(toFolder).default(toFolder(path), path);
}

// Layouts come with the commands: one that can't be loaded is a fault of the command like any other.

async function runBuild(flags: Flags & { readonly full: boolean; readonly strict: boolean }) {
  const { build } = await import("./build.ts");
  const progress = showProgress(process.stderr);
  const options = {
    isFull: flags.full,
    isStrict: flags.strict,
    workers: availableParallelism(),
    onPage: progress.onPage,
  };
  const now = flags.now ?? Date.now();
  const report = await build(paperOf(flags, false), now, options).finally(progress.stop);
  printReport(report, flags);
  if (flags.json) printJson(jsonReport(report));
  process.exitCode = exitCode(report.problems);
}

async function runCheck(files: readonly string[], flags: Flags): Promise<void> {
  const { check } = await import("./check.ts");
  const named = files.map((file) => pathInContent(file, flags.content));
  const isAsked = (problem: Problem) =>
    files.length === 0 || named.some((path) => isAt(path, problem)) || stopsEverything(problem);
  const all = await check(flags.content, flags.now ?? Date.now(), availableParallelism());
  const problems = all.filter(isAsked);
  printProblems(problems, [], flags.content, screen());
  if (problems.length === 0) process.stderr.write("No problems.\n");
  if (flags.json) printJson({ problems });
  process.exitCode = exitCode(problems);
}

async function runStart(flags: Flags & { readonly port: number }) {
  const { start } = await import("./start.ts");
  const preview = await start(paperOf(flags, true), {
    now: () => flags.now ?? Date.now(),
    port: flags.port,
    workers: availableParallelism(),
    tell: (report) => printReport(report, flags),
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => preview[Symbol.asyncDispose]());
  }
}

function isAt(path: string, { file }: Problem): boolean {
  return path === "" || file === path || file.startsWith(`${path}/`);
}

function pathInContent(file: string, contentFolder: string): string {
  const path = relative(contentFolder, file);
  if (!path.startsWith("..")) return path;
  return dateline.error(`error: ${file} is not in the content folder, ${contentFolder}.`);
}

function paperOf({ content, output, cache }: Flags, isPreview: boolean): Paper {
  return {
    projectFolder,
    contentFolder: content,
    outputFolder: output,
    cacheFolder: cache,
    isPreview,
  };
}

function printReport(report: BuildReport, { content, output }: Flags): void {
  process.stderr.write(`${buildLines(report, relative(startFolder, output)).join("\n")}\n`);
  printProblems(report.problems, report.keptStories, content, screen());
}

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function screen(): ProblemScreen {
  const isGitHub = process.env.GITHUB_ACTIONS === "true";
  return {
    write: (text) => process.stderr.write(text),
    hasColors: process.stderr.isTTY === true && process.stderr.hasColors(),
    repository: isGitHub ? (process.env.GITHUB_WORKSPACE ?? startFolder) : undefined,
  };
}

function exitCode(problems: readonly Problem[]): number {
  if (problems.some(stopsEverything)) return EXIT.fault;
  return problems.some(isError) ? EXIT.problems : EXIT.fine;
}

/** Without settings nothing can be said of any story. */
function stopsEverything(problem: Problem): boolean {
  return problem.file === "site.yaml" && isError(problem);
}

function toFolder(path: string): string {
  return resolve(startFolder, path);
}

function toExistingPaths(path: string, others: readonly string[]): string[] {
  const file = resolve(startFolder, path);
  if (!existsSync(file)) throw new InvalidArgumentError("Nothing is there.");
  return [...others, file];
}

function toInstant(text: string): Instant {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new InvalidArgumentError("Write a date and time with a zone: 2026-11-24T09:00Z");
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Write a number up to 65535; 0 is any that is free.");
}

/** Says what the command or the machine is at fault with. Commander has said already what is wrong with a flag. */
function fail(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
  const isSaid = error instanceof CommanderError;
  const fault = isSaid ? error.message : explainFault(error);
  if (!isSaid) process.stderr.write(`${fault}\n`);
  if (process.argv.includes("--json")) printJson({ ...jsonReport(unpublishedReport([])), fault });
  return EXIT.fault;
}
