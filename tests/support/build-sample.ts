import { cpSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import type { BuildReport } from "../../src/build-report.ts";

const PROJECT_FOLDER = join(import.meta.dirname, "../..");

/**
 * Builds the sample paper into `_site` below a folder.
 * @param drawn where its pictures are, or go, for whoever builds it next.
 */
export async function buildSample(folder: string, drawn?: string): Promise<BuildReport> {
  const paper = {
    projectFolder: PROJECT_FOLDER,
    contentFolder: join(PROJECT_FOLDER, "content"),
    outputFolder: join(folder, "_site"),
    cacheFolder: join(folder, ".cache"),
    isPreview: false,
  };
  const pictures = join(paper.cacheFolder, "pictures");
  const isDrawn = drawn !== undefined && existsSync(drawn);
  if (isDrawn) cpSync(drawn, pictures, { recursive: true });
  const now = Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds;
  const report = await build(paper, now);
  if (drawn !== undefined && !isDrawn) keepPictures(pictures, drawn);
  return report;
}

/** Whole or not at all: others may look for them, or keep theirs, at the same time. */
function keepPictures(pictures: string, drawn: string): void {
  const copy = `${drawn}-${process.pid}`;
  cpSync(pictures, copy, { recursive: true });
  try {
    renameSync(copy, drawn);
  } catch (error) {
    if (!existsSync(drawn)) throw error;
  }
}
