import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, inject } from "vitest";
import { buildSample } from "./build-sample.ts";

const SLOWEST_BUILD_MS = 180_000;

/** Has the sample paper built, once for all tests that only read it. Returns its output folder. */
export function useSamplePaper(): () => string {
  const folder = inject("sample");
  beforeAll(async () => {
    if (existsSync(folder)) return;
    const own = `${folder}-${process.pid}`;
    await buildSample(own);
    keep(own, folder);
  }, SLOWEST_BUILD_MS);
  return () => join(folder, "_site");
}

/** Whole or not at all: others may look for it, or keep theirs, at the same time. */
function keep(own: string, folder: string): void {
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true });
  }
}
