import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import type { BuildReport } from "../../src/build-report.ts";

const PROJECT_FOLDER = join(import.meta.dirname, "../..");

/**
 * Builds the sample paper into `_site` below a folder.
 * @param other folder in which it may be built already: its pictures need not be drawn again.
 */
export async function buildSample(folder: string, other?: string): Promise<BuildReport> {
  const paper = {
    projectFolder: PROJECT_FOLDER,
    contentFolder: join(PROJECT_FOLDER, "content"),
    outputFolder: join(folder, "_site"),
    cacheFolder: join(folder, ".cache"),
    isPreview: false,
  };
  if (other !== undefined && existsSync(other)) {
    cpSync(picturesIn(other), picturesIn(folder), { recursive: true });
  }
  const now = Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds;
  return await build(paper, now);
}

export function picturesIn(folder: string): string {
  return join(folder, ".cache/pictures");
}
