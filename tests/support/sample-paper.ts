import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { buildSample } from "./build-sample.ts";

/** Builds the sample paper for the tests of a file. Returns its output folder. */
export function useSamplePaper(): () => string {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dateline-"));
    await buildSample(folder, inject("drawnPictures"));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, "_site");
}
