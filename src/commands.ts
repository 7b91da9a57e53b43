import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { BuildOptions } from "./build.ts";
import { showProgress } from "./desk/show-progress.ts";
import type { Instant } from "./model/instant.ts";
import { isError, type Problem, stopsEverything } from "./model/problem.ts";
import type { Share } from "./model/share.ts";
import type { Paper } from "./paper.ts";
import {
  folder,
  startFolder,
  toExistingPath,
  toExistingPaths,
  toFolders,
  toInstant,
  toPort,
  toShare,
} from "./parse-flags.ts";
import type { ReportScreen } from "./print-report.ts";
import { addPushCommands } from "./push-commands.ts";

/** Published without errors; published, but some stories have errors; the command or the machine is at fault. */
const EXIT = { fine: 0, problems: 1, fault: 2 } as const;

const THREADS = availableParallelism();

const projectFolder = resolve(import.meta.dirname, "..");

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

publishing("build", "publish what changed")
  .option("--full", "forget the fingerprints, render everything", false)
  .option("--strict", "publish nothing when there is an error", false)
  .addOption(
    new Option("--shard <i/n>", "make the i-th of n parts of what is recorded; publish nothing")
      .argParser(toShare)
      .conflicts(["delta", "full", "merge", "now", "profile", "strict"]),
  )
  .option(
    "--profile",
    "say how long layouts took, Markdown included: seconds of all threads",
    false,
  )
  .option("--merge <dir...>", "take pages from the parts that shards made", toFolders)
  .action(runBuild);

publishing(
  "record",
  "read what changed, so that build --shard can render it; publish nothing",
).action(runRecord);

dateline
  .command("search")
  .description("bring the search index up to date with what was published")
  .addOption(folder("--output <dir>", "what readers get", "_site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache"))
  .option("--now <instant>", "whose year is not over; default: the clock", toInstant)
  .option("--full", "index everything again", false)
  .action(runSearch);

command("check", "show the problems of all files, or of these files and folders; writes nothing")
  .argument("[file...]", "paths in the content folder", toExistingPaths, [])
  .option("--json", "print the problems as one JSON object on standard output", false)
  .action(runCheck);

dateline
  .command("check-output")
  .description("proofread what was published: links, ids, addresses, weights, secrets")
  .addOption(folder("--output <dir>", "what readers get", "_site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache"))
  .option("--changes <file>", "only what build --json says that it changed", toExistingPath)
  .option("--json", "print the problems as one JSON object on standard output", false)
  .action(runCheckOutput);

command("start", "show the paper with its drafts on this machine, and every change at once")
  .addOption(folder("--output <dir>", "what the browser gets", ".cache/start/site"))
  .addOption(folder("--cache <dir>", "what the last build knew", ".cache/start"))
  .option("--port <number>", "on the loopback address; 0: any that is free", toPort, 8080)
  .action(runStart);

addPushCommands(dateline, Date.now);

try {
  // Eleventy finds the layouts from the project's root, wherever the command was given.
  process.chdir(projectFolder);
  await dateline.parseAsync();
} catch (error) {
  process.exitCode = await fail(error);
}

function command(name: string, description: string): Command {
  return dateline
    .command(name)
    .description(description)
    .addOption(folder("--content <dir>", "what the newsroom writes", "content"))
    .option("--now <instant>", "time of publication; default: the clock", toInstant);
}

function publishing(name: string, description: string): Command {
  return command(name, description)
    .addOption(folder("--output <dir>", "what readers get", "_site"))
    .addOption(folder("--cache <dir>", "what the last build knew", ".cache"))
    .option(
      "--delta",
      "write what changed alone, into an empty folder: readers have the rest",
      false,
    )
    .option("--json", "print the report as one JSON object on standard output", false);
}

interface PublishFlags extends Flags {
  readonly delta: boolean;
  readonly profile?: boolean;
}

interface BuildFlags extends PublishFlags {
  readonly full: boolean;
  readonly strict: boolean;
  readonly shard?: Share;
  readonly merge?: readonly string[];
}

// A command loads what it needs, when it needs it: a build asks Git before it loads anything else.
// Layouts come with it: one that can't be loaded is a fault of the command like any other.

async function runBuild(flags: BuildFlags, command: Command): Promise<void> {
  if (flags.shard !== undefined) return runShard(flags, flags.shard, command);
  const { full: isFull, strict: isStrict, merge: partFolders = [] } = flags;
  await publish(flags, { isFull, isStrict, partFolders });
}

async function runRecord(flags: PublishFlags): Promise<void> {
  await publish(flags, { isRecordOnly: true });
}

async function publish(flags: PublishFlags, options: BuildOptions): Promise<void> {
  const { openPaper } = await import("./open-paper.ts");
  const opened = openPaper(paperOf(flags, false));
  const { buildOpened } = await import("./build.ts");
  const { printJsonReport, printProfile, printReport } = await import("./print-report.ts");
  const profile = flags.profile ? new (await import("./profile.ts")).Profile() : undefined;
  const progress = showProgress(process.stderr, "pages");
  const report = await buildOpened(opened, nowOf(flags), {
    ...options,
    isDelta: flags.delta,
    threads: THREADS,
    onPage: (queued, page) => {
      progress.onStep(queued);
      profile?.add(page);
    },
    tell: async (report) => {
      progress.stop();
      printReport(report, screen(flags), flags.delta);
      if (profile !== undefined) printProfile(profile.figures, screen(flags));
      if (flags.json) await printJsonReport(report, profile?.figures, process.stdout);
    },
  }).finally(progress.stop);
  process.exitCode = exitCode(report.problems);
}

async function runShard(flags: BuildFlags, share: Share, command: Command): Promise<void> {
  if (command.getOptionValueSource("output") === "default")
    dateline.error("error: Name a folder for the part with --output.");
  const { buildShard } = await import("./shard.ts");
  const { count, printProblems } = await import("./desk/print-problems.ts");
  const report = await buildShard(paperOf(flags, false), share, THREADS);
  const { rendered, problems } = report;
  const hasAny = printProblems(problems, [], flags.content, screen(flags));
  if (!hasAny) process.stderr.write(`${count(rendered, "page")} rendered.\n`);
  if (flags.json) printJson(report);
  process.exitCode = exitCode(problems);
}

async function runSearch(flags: Omit<BuildFlags, "content">): Promise<void> {
  const { updateSearch } = await import("./update-search.ts");
  const { searchLine } = await import("./desk/print-search.ts");
  const paper = { projectFolder, outputFolder: flags.output, cacheFolder: flags.cache };
  const report = await updateSearch(paper, nowOf(flags), flags.full);
  process.stderr.write(`${searchLine(report)}\n`);
}

async function runCheck(files: readonly string[], flags: Flags): Promise<void> {
  const { check } = await import("./check.ts");
  const { isRead } = await import("./content/content-paths.ts");
  const named = files.map((file) => pathInContent(file, flags.content));
  const unread = named.find((path) => !isRead(path));
  if (unread !== undefined) {
    dateline.error(
      `error: ${unread} is not read. Stories belong into stories/, the rest into authors/, pages/, media/ and static/.`,
    );
  }
  const isAsked = (problem: Problem) =>
    files.length === 0 || named.some((path) => isAt(path, problem)) || stopsEverything(problem);
  const all = await check(flags.content, nowOf(flags), THREADS);
  await tellProblems({ [Symbol.iterator]: () => all.values().filter(isAsked) }, flags);
}

async function runCheckOutput(
  flags: Omit<Flags, "content"> & { readonly changes?: string },
): Promise<void> {
  const { checkOutput } = await import("./check-output.ts");
  const problems = checkOutput(flags.output, flags.cache, flags.changes);
  await tellProblems(problems, { ...flags, content: flags.output });
}

async function tellProblems(problems: Iterable<Problem>, flags: Flags): Promise<void> {
  const { printProblems } = await import("./desk/print-problems.ts");
  const hasAny = printProblems(problems, [], flags.content, screen(flags));
  if (!hasAny) process.stderr.write("No problems.\n");
  if (flags.json)
    await (await import("./print-report.ts")).printJsonProblems(problems, process.stdout);
  process.exitCode = exitCode(problems);
}

async function runStart(flags: Flags & { readonly port: number }) {
  const { start } = await import("./start.ts");
  const { printReport } = await import("./print-report.ts");
  const preview = await start(paperOf(flags, true), {
    now: () => nowOf(flags),
    port: flags.port,
    threads: THREADS,
    tell: (report) => printReport(report, screen(flags)),
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

function nowOf({ now = Date.now() }: Pick<Flags, "now">): Instant {
  return now;
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

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function screen({ content, output }: Pick<Flags, "content" | "output">): ReportScreen {
  const isGitHub = process.env.GITHUB_ACTIONS === "true";
  return {
    write: (text) => process.stderr.write(text),
    hasColors: process.stderr.isTTY === true && process.stderr.hasColors(),
    repository: isGitHub ? (process.env.GITHUB_WORKSPACE ?? startFolder) : undefined,
    startFolder,
    contentFolder: content,
    outputFolder: output,
  };
}

function exitCode(problems: Iterable<Problem>): number {
  let code: number = EXIT.fine;
  for (const problem of problems) {
    if (stopsEverything(problem)) return EXIT.fault;
    if (isError(problem)) code = EXIT.problems;
  }
  return code;
}

/** Says what the command or the machine is at fault with. Commander has said already what is wrong with a flag. */
async function fail(error: unknown): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
  const isSaid = error instanceof CommanderError;
  const fault = isSaid ? error.message : (await import("./explain-fault.ts")).explainFault(error);
  if (!isSaid) process.stderr.write(`${fault}\n`);
  if (process.argv.includes("--json"))
    (await import("./print-report.ts")).printJsonFault(fault, process.stdout);
  return EXIT.fault;
}
