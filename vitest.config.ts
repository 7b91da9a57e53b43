import { existsSync, statfsSync } from "node:fs";
import { defineConfig } from "vitest/config";

// Tests write many small files. In memory that takes two thirds of the time, where a machine has room there.
const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4e9;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ENOUGH_BYTES;
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/drawn-pictures.ts",
    env: hasRoom(MEMORY) ? { TMPDIR: MEMORY } : {},
    // Many tests wait for a browser or another process.
    maxWorkers: "100%",
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
