import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { commitLateStory, withdrawLateStory } from "./archive.ts";
import { measureCleanMachine } from "./clean-machine.ts";
import { type Contender, countPages, freshScratch } from "./contender.ts";
import { buildCommand, measureBuild, PROJECT } from "./dateline-build.ts";
import { measureGitCalls } from "./git-calls.ts";

/** A full build, one with nothing to do, one after a story was committed, and the last on a clean machine too. */
export const dateline: Contender = {
  name: "dateline",
  version: datelineVersion,
  async *measure(archive) {
    const output = freshScratch(archive);
    const cache = `${output}.cache`;
    const content = join(archive.paper, "content");
    const command = buildCommand({ content, output, cache });
    const full = await measureBuild("full build", command);
    yield { ...full, pages: countPages(output) };
    yield await measureBuild("nothing changed", command);
    yield await measureGitCalls(command, content, `${output}.trace`);

    const saved = `${output}.saved`;
    copyFileSync(join(cache, "archive.sqlite"), saved);
    commitLateStory(archive);
    // A build waits until all is written, this too.
    execFileSync("sync");
    yield await measureBuild("one story added", command);
    yield* measureCleanMachine(archive, saved);
    withdrawLateStory(archive);
  },
};

export function datelineVersion(): string {
  const git = ["describe", "--always", "--dirty"];
  return `Dateline ${execFileSync("git", git, { cwd: PROJECT, encoding: "utf8" }).trim()}`;
}
