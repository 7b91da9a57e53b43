import { spawnSync } from "node:child_process";
import type { SeenFile } from "../model/reading.ts";
import { statFile } from "./stat-file.ts";

/**
 * Files as Git knows them: committed ones by their object id, changed and new ones by size and time.
 * `undefined` where the folder is in no repository, or Git ignores it or can't tell.
 */
export function listGitFiles(contentFolder: string): SeenFile[] | undefined {
  const prefix = runGit(contentFolder, ["rev-parse", "--show-prefix"])?.trimEnd();
  if (prefix === undefined || isIgnored(contentFolder)) return undefined;
  const committed = runGit(contentFolder, ["ls-files", "-s", "-z"]);
  const status = runGit(contentFolder, [
    "status",
    "--porcelain",
    "-z",
    "-uall",
    "--no-renames",
    "--",
    ".",
  ]);
  if (committed === undefined || status === undefined) return undefined;

  const changed = records(status).map((record) => record.slice(3 + prefix.length));
  const files = new Map(
    records(committed).map((record) => [pathIn(record), committedFile(record)]),
  );
  for (const path of changed) {
    const file = statFile(contentFolder, path);
    if (file === undefined) files.delete(path);
    else files.set(path, file);
  }
  return [...files.values()];
}

function records(output: string): string[] {
  return output.split("\0").slice(0, -1);
}

/** `100644 <object id> 0<tab>path` */
function committedFile(record: string): SeenFile {
  return { path: pathIn(record), objectId: record.split(" ", 2)[1] as string };
}

function pathIn(record: string): string {
  return record.slice(record.indexOf("\t") + 1);
}

function isIgnored(folder: string): boolean {
  return (
    spawnSync("git", ["check-ignore", "-q", "."], { cwd: folder, stdio: "ignore" }).status === 0
  );
}

function runGit(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 31,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
