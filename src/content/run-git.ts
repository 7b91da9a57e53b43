import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

// Takes no locks: somebody else may be at work in the repository.
const command = (args: readonly string[]) => ["--no-optional-locks", ...args];
const LARGEST_OUTPUT = 2 ** 31;

/** What a Git command prints, in a folder; `undefined` where it fails, or there is no Git. */
export function runGit(folder: string, args: readonly string[], input = ""): Buffer | undefined {
  const { status, stdout } = spawnSync("git", command(args), {
    cwd: folder,
    input,
    maxBuffer: LARGEST_OUTPUT,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}

/** The same while other work goes on. */
export async function runGitBeside(
  folder: string,
  args: readonly string[],
): Promise<Buffer | undefined> {
  const options = { cwd: folder, encoding: "buffer", maxBuffer: LARGEST_OUTPUT } as const;
  return await promisify(execFile)("git", command(args), options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

/** Whether Git ignores one of some paths. Where it can't tell, it ignores none. */
export function hasIgnored(folder: string, paths: readonly string[]): boolean {
  if (paths.length === 0) return false;
  return runGit(folder, ["check-ignore", "-z", "--stdin"], paths.join("\0")) !== undefined;
}
