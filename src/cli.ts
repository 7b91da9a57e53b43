import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { ArchiveBusy } from "./archive/open-archive.ts";
import { build } from "./build.ts";
import { type BuildReport, jsonReport } from "./build-report.ts";
import { check } from "./check.ts";
import { buildLines } from "./desk/print-build.ts";
import { printProblems } from "./desk/print-problems.ts";
import { showProgress } from "./desk/show-progress.ts";
import type { Instant } from "./model/instant.ts";
import { isError, type Problem } from "./model/problem.ts";
import type { Paper } from "./paper.ts";
import { ForeignOutput } from "./publish/output-folder.ts";
import { start } from "./start.ts";

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

command("check", "show the problems of all files, or of these; writes nothing")
  .argument("[file...]", "paths of content files", toExistingFiles, [])
  .option("--json", "print the problems as one JSON object on standard output", false)
  .action(runCheck);

command("start", "show the paper with its drafts on this machine, and every change at once")
  .addOption(folder("--output <dir>", "what the browser gets", ".cache/start/site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache/start"))
  .option("--port <number>", "on the loopback address", toPort, 8080)
  .action((flags: Flags & { readonly port: number }) => {
    const now = () => flags.now ?? Date.now();
    return start(paperOf(flags, true), now, flags.port, (report) => printReport(report, flags));
  });

try {
  // Eleventy finds the layouts from the project's root, wherever the command was given.
  process.chdir(projectFolder);
  await dateline.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
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

async function runBuild(flags: Flags & { readonly full: boolean; readonly strict: boolean }) {
  const progress = showProgress(process.stderr);
  const report = await build(paperOf(flags, false), flags.now ?? Date.now(), {
    isFull: flags.full,
    isStrict: flags.strict,
    workers: availableParallelism(),
    onPage: progress.onPage,
  });
  progress.stop();
  printReport(report, flags);
  if (flags.json) printJson(jsonReport(report));
  process.exitCode = report.hasSettings ? exitCode(report.problems) : EXIT.fault;
}

async function runCheck(files: readonly string[], flags: Flags): Promise<void> {
  const named = files.map((file) => relative(flags.content, file));
  const all = await check(flags.content, flags.now ?? Date.now(), availableParallelism());
  const problems = all.filter(({ file }) => named.length === 0 || named.includes(file));
  printProblems(problems, [], flags.content, screen());
  if (problems.length === 0) process.stderr.write("No problems.\n");
  if (flags.json) printJson({ problems });
  process.exitCode = exitCode(problems);
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

function screen() {
  return {
    write: (text: string) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    isGitHub: process.env.GITHUB_ACTIONS === "true",
  };
}

function exitCode(problems: readonly Problem[]): number {
  return problems.some(isError) ? EXIT.problems : EXIT.fine;
}

function toFolder(path: string): string {
  return resolve(startFolder, path);
}

function toExistingFiles(path: string, others: readonly string[]): string[] {
  const file = resolve(startFolder, path);
  if (!existsSync(file)) throw new InvalidArgumentError("There is no such file.");
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
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Write a number from 1 to 65535.");
}

/** Says what the command or the machine is at fault with. Faults of our own keep their trace. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.fault;
  process.stderr.write(`${explanation(error)}\n`);
  return EXIT.fault;
}

function explanation(error: unknown): string {
  if (error instanceof ArchiveBusy)
    return "Another build is running, for more than 60 seconds now.";
  if (error instanceof ForeignOutput) {
    return `${error.message} holds files that Dateline did not write. Empty it, or name another folder with --output.`;
  }
  if (error instanceof Error && "syscall" in error) return error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
