import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf, PROJECT_FOLDER, TestPaper } from "./paper-from.ts";

/** What a full build of the same content publishes on a machine with other settings and file system. */
export function outputElsewhere({ contentFolder, now }: TestPaper): Map<string, string> {
  const elsewhere = new TestPaper(mkdtempSync(join(tmpdir(), "otro país-")));
  try {
    for (const [path, bytes] of [...filesOf(contentFolder)].reverse()) {
      elsewhere.write(path, Buffer.from(bytes, "latin1"));
    }
    runCli(elsewhere, now);
    return elsewhere.output();
  } finally {
    rmSync(elsewhere.folder, { recursive: true, force: true });
  }
}

function runCli({ contentFolder, outputFolder, cacheFolder }: TestPaper, now: number): void {
  const folders = ["--content", contentFolder, "--output", outputFolder, "--cache", cacheFolder];
  const instant = Temporal.Instant.fromEpochMilliseconds(now).toString();
  const locale = { TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  execFileSync(
    process.execPath,
    [join(PROJECT_FOLDER, "src/cli.ts"), "build", ...folders, "--now", instant],
    { env: { ...process.env, ...locale }, stdio: "pipe" },
  );
}
