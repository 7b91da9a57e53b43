import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/drawn-pictures.ts",
    // Many tests wait for a browser or another process.
    maxWorkers: "100%",
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
