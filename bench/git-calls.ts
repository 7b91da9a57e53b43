import { readFileSync } from "node:fs";
import type { Sample } from "./contender.ts";
import { measureBuild } from "./dateline-build.ts";
import { type Command, measure, sumOf, type Usage } from "./measure.ts";

interface TraceEvent {
  readonly event: string;
  /** Of a call that Git itself makes: the caller's, a slash, its own. */
  readonly sid: string;
  readonly argv: readonly string[];
}

/** The calls of Git that a build makes, made once more, one after the other. */
export async function measureGitCalls(
  build: Command,
  content: string,
  trace: string,
): Promise<Sample> {
  await measureBuild("", { ...build, env: { GIT_TRACE2_EVENT: trace } });
  const events = readFileSync(trace, "utf8").trimEnd().split("\n").map(parse);
  const usages: Usage[] = [];
  for (const { argv } of events.filter(isCall))
    usages.push(await measure({ program: "git", args: argv.slice(1), folder: content }));
  return { by: "git", what: "calls for nothing", usage: sumOf(usages), pages: 0, steps: {} };
}

function parse(line: string): TraceEvent {
  return JSON.parse(line);
}

function isCall({ event, sid }: TraceEvent): boolean {
  return event === "start" && !sid.includes("/");
}
