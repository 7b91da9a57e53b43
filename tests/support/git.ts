import { execFileSync } from "node:child_process";

/** What a Git command prints that Ann gives in a folder. */
export function git(folder: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
  const options = { cwd: folder, stdio: "pipe", encoding: "utf8" } as const;
  return execFileSync("git", [...identity, ...args], options);
}
