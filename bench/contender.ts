import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "./archive.ts";
import { type Command, measure, type Usage } from "./measure.ts";

export interface Contender {
  /** For `--only`. */
  readonly name: string;
  /** With its name. Installs it where that takes no more than npm; undefined where it is still not there. */
  version(): string | undefined;
  /** Larger archives are left out. */
  readonly mostStories?: number;
  /** What is done once for an archive, before all runs. */
  prepare?(archive: Archive): Promise<void>;
  measure(archive: Archive): AsyncIterable<Sample>;
}

export interface Sample {
  /** Whose time it is: mostly the contender's name. */
  readonly by: string;
  readonly what: string;
  readonly usage: Usage;
  /** Written by it. */
  readonly pages: number;
  /** Seconds by step, from those who tell. */
  readonly steps: Readonly<Record<string, number>>;
}

/** A build into an empty folder, by whatever command. */
export async function measureFullBuild(
  by: string,
  archive: Archive,
  command: (output: string) => Command,
): Promise<Sample> {
  const output = freshScratch(archive);
  const usage = await measure(command(output));
  return { by, what: "full build", usage, pages: countPages(output), steps: {} };
}

/**
 * A folder that was never there, when nothing of what went before is left to write. No folder is emptied
 * between runs: a file system that has just deleted thousands of files makes new ones at a tenth of its speed.
 */
export function freshScratch({ scratch }: Archive): string {
  execFileSync("sync");
  return join(mkdtempSync(join(scratch, "run-")), "output");
}

export function countPages(folder: string): number {
  let pages = 0;
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (file.isDirectory()) pages += countPages(join(folder, file.name));
    else if (file.name.endsWith(".html")) pages += 1;
  }
  return pages;
}
