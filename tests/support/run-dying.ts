import { execFile } from "node:child_process";
import { join } from "node:path";
import type { DyingBuild, Write } from "./dying-build.ts";
import { PROJECT_FOLDER, type TestPaper } from "./paper-from.ts";

type Options = Pick<DyingBuild, "kind" | "threads" | "isDelta" | "isSearch">;

const COMPILED = join(PROJECT_FOLDER, "node_modules/.cache/dateline-tests");

/** What a build that lives writes to the disk. */
export async function writesOf(paper: TestPaper, options: Options = {}): Promise<Write[]> {
  const lines = (await runDying(paper, undefined, options)).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** A build that is killed at one of its writes, if it comes so far. Returns what it printed. */
export function runDying(
  paper: TestPaper,
  diesAt?: number,
  options: Options = {},
): Promise<string> {
  const order: DyingBuild = { ...paper, ...options, ...(diesAt !== undefined && { diesAt }) };
  return new Promise((resolve, reject) => {
    const program = join(import.meta.dirname, "dying-build.ts");
    // What one of them has compiled the others need not.
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    execFile(process.execPath, [program, JSON.stringify(order)], { env }, (error, stdout) => {
      if (error === null || error.signal === "SIGKILL") resolve(stdout);
      else reject(error);
    });
  });
}

/** Numbers of writes of every kind, `count` of each: the first, the last and some between. */
export function spread(writes: readonly Write[], count: number): number[] {
  const kinds = Map.groupBy(writes.keys(), (index) =>
    String(writes[index]?.name).replace(/(_site(\.staging)?|pictures)\/.+/, "$1"),
  );
  return [...kinds.values()].flatMap((indexes) => {
    const gap = Math.max(1, (indexes.length - 1) / (count - 1));
    const picks = Array.from({ length: count }, (_, pick) => Math.round(pick * gap));
    return picks.flatMap((pick) => (pick < indexes.length ? [Number(indexes[pick]) + 1] : []));
  });
}
