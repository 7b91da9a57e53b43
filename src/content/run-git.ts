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
  input = "",
): Promise<Buffer | undefined> {
  const options = { cwd: folder, encoding: "buffer", maxBuffer: LARGEST_OUTPUT } as const;
  const run = promisify(execFile)("git", command(args), options);
  // It may be gone before it reads.
  run.child.stdin?.on("error", () => {}).end(input);
  return await run.then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}
