import { join } from "node:path";
import type { Sample } from "./contender.ts";
import { type Command, measure } from "./measure.ts";
import { NOW } from "./newsroom.ts";

export const PROJECT = join(import.meta.dirname, "..");

export interface Folders {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
}

interface Report {
  readonly rendered: number;
  readonly seconds: Readonly<Record<string, number>>;
}

/** A build by the code in `project`. */
export function buildCommand({ content, output, cache }: Folders, project = PROJECT): Command {
  return {
    program: process.execPath,
    args: [
      ...[join(project, "src/cli.ts"), "build", "--content", content, "--output", output],
      ...["--cache", cache, "--now", NOW, "--json"],
    ],
    folder: project,
  };
}

/** `pages` are those that it rendered. */
export async function measureBuild(what: string, command: Command): Promise<Sample> {
  const usage = await measure(command);
  const { rendered, seconds } = JSON.parse(usage.output) as Report;
  return { by: "dateline", what, usage, pages: rendered, steps: seconds };
}
