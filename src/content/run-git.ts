import { spawnSync } from "node:child_process";

/** What a Git command prints, in a folder; `undefined` where it fails, or there is no Git. Takes no locks. */
export function runGit(folder: string, args: readonly string[], input = ""): Buffer | undefined {
  const { status, stdout } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: folder,
    input,
    maxBuffer: 2 ** 31,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
