import { spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER, type TestPaper } from "./paper-from.ts";

/** A copy of the project beside a paper, whose layouts a test may change. */
export function copyProject(paper: TestPaper): string {
  const folder = join(paper.folder, "project");
  for (const part of [".eleventy.ts", "layouts", "src", "package.json", "package-lock.json"]) {
    cpSync(join(PROJECT_FOLDER, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(PROJECT_FOLDER, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What `node` is to be called with for `dateline build`, as an editor or a server runs it. */
export function buildArguments(projectFolder: string, paper: TestPaper): string[] {
  const { contentFolder, outputFolder, cacheFolder, now } = paper;
  const folders = ["--content", contentFolder, "--output", outputFolder, "--cache", cacheFolder];
  const moment = Temporal.Instant.fromEpochMilliseconds(now).toString();
  return [join(projectFolder, "src/cli.ts"), "build", ...folders, "--now", moment];
}

export function runBuild(projectFolder: string, paper: TestPaper, ...flags: string[]) {
  const args = [...buildArguments(projectFolder, paper), ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}
