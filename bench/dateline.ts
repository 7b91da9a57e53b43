import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { commitLateStory, withdrawLateStory } from "./archive.ts";
import { type Contender, countPages, freshScratch, type Sample } from "./contender.ts";
import { type Command, measure } from "./measure.ts";
import { NOW } from "./newsroom.ts";

const ROOT = join(import.meta.dirname, "..");
const CLI = join(ROOT, "src/cli.ts");

interface Report {
  readonly rendered: number;
  readonly seconds: Readonly<Record<string, number>>;
}

/** A full build, one with nothing to do, and one after a story was committed. */
export const dateline: Contender = {
  name: "dateline",
  version: existsSync(CLI) ? commit() : undefined,
  async *measure(archive) {
    const output = freshScratch(archive);
    const command = buildCommand(join(archive.paper, "content"), output, `${output}.cache`);

    const full = await sample("full build", command);
    yield { ...full, pages: countPages(output) };
    yield await sample("nothing changed", command);
    commitLateStory(archive);
    yield await sample("one story added", command);
    withdrawLateStory(archive);
  },
};

async function sample(what: string, command: Command): Promise<Sample> {
  const usage = await measure(command);
  const { rendered, seconds } = JSON.parse(usage.output) as Report;
  return { what, usage, pages: rendered, steps: seconds };
}

function buildCommand(content: string, output: string, cache: string): Command {
  return {
    program: process.execPath,
    args: [
      ...[CLI, "build", "--content", content, "--output", output, "--cache", cache],
      ...["--now", NOW, "--json"],
    ],
    folder: ROOT,
  };
}

function commit(): string {
  return execFileSync("git", ["describe", "--always", "--dirty"], {
    cwd: ROOT,
    encoding: "utf8",
  }).trim();
}
