import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./paper-from.ts";

export const CLI = join(PROJECT_FOLDER, "src/cli.ts");

/** The environment of an editor's machine, whatever the tests run on. */
export const EDITORS_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  TERM: "xterm-256color",
};

/** Runs a command as an editor does: in a folder, and waiting for its end. */
export function runDateline(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...EDITORS_ENVIRONMENT, ...environment },
  });
  return { code: status, stdout, stderr };
}
