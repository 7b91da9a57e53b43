import { join } from "node:path";
import { build } from "../../src/build.ts";
import type { BuildReport } from "../../src/build-report.ts";

const PROJECT_FOLDER = join(import.meta.dirname, "../..");

/** Builds the sample paper into `_site` below a folder. */
export async function buildSample(folder: string): Promise<BuildReport> {
  const paper = {
    projectFolder: PROJECT_FOLDER,
    contentFolder: join(PROJECT_FOLDER, "content"),
    outputFolder: join(folder, "_site"),
    cacheFolder: join(folder, ".cache"),
    isPreview: false,
  };
  return await build(paper, Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds);
}
