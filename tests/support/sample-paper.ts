import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { build } from "../../src/build.ts";
import { PROJECT_FOLDER } from "./paper-from.ts";

/** Builds the sample paper for the tests of a file. Returns its output folder. */
export function useSamplePaper(): () => string {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dateline-"));
    const paper = {
      projectFolder: PROJECT_FOLDER,
      contentFolder: join(PROJECT_FOLDER, "content"),
      outputFolder: join(folder, "_site"),
      cacheFolder: join(folder, ".cache"),
      isPreview: false,
    };
    await build(paper, Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, "_site");
}
