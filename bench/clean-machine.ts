import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Archive } from "./archive.ts";
import { freshScratch, type Sample } from "./contender.ts";
import { buildCommand, measureBuild, PROJECT } from "./dateline-build.ts";
import { type Command, measure, sumOf } from "./measure.ts";

/**
 * What a CI does after a commit: clones, restores the cache of the build before, and writes what is to be
 * deployed. Only where builds have `--delta`; without it all would be written.
 */
export async function* measureCleanMachine(
  archive: Archive,
  savedArchive: string,
): AsyncGenerator<Sample> {
  if (!hasDelta()) return;
  const output = freshScratch(archive);
  const cache = `${output}.cache`;
  const clone = `${output}.clone`;
  mkdirSync(cache);
  const build = buildCommand({ content: join(clone, "content"), output, cache });

  const cloned = await measure(cloneCommand(archive, clone));
  const restored = await measure(copyCommand(savedArchive, join(cache, "archive.sqlite")));
  const built = await measureBuild("", { ...build, args: [...build.args, "--delta"] });
  yield {
    ...built,
    what: "cold CI",
    usage: sumOf([cloned, restored, built.usage]),
    steps: {
      clone: cloned.wallSeconds,
      cache: restored.wallSeconds,
      build: built.usage.wallSeconds,
      ...built.steps,
    },
  };
}

function hasDelta(): boolean {
  const args = [join(PROJECT, "src/cli.ts"), "build", "--help"];
  return execFileSync(process.execPath, args, { encoding: "utf8" }).includes("--delta");
}

function cloneCommand({ paper, scratch }: Archive, clone: string): Command {
  const args = ["clone", "--quiet", "--depth=1", pathToFileURL(paper).href, clone];
  return { program: "git", args, folder: scratch };
}

function copyCommand(from: string, to: string): Command {
  return { program: "cp", args: [from, to], folder: PROJECT };
}
