import { existsSync, statfsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Tests write many small files. In memory that takes two thirds of the time, where a machine has room there.
const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4e9;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ENOUGH_BYTES;
}

/** Those with a browser take longest for their size: none of them should be left when all others are done. */
class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { browser = [], other = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      moduleId.includes("/tests/browser/") ? "browser" : "other",
    );
    return [...browser, ...other];
  }
}

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/built-sample.ts",
    env: hasRoom(MEMORY) ? { TMPDIR: MEMORY } : {},
    sequence: { sequencer: BrowsersFirst },
    // Many tests wait for a browser or another process.
    maxWorkers: "100%",
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
