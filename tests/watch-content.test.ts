import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

const SCRIPT = join(import.meta.dirname, "support/watch.ts");

test("nothing is told but what may have changed, also while Node watches the code as npm start has it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const node = spawn(process.execPath, [`--watch-path=${import.meta.dirname}`, SCRIPT, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void node.kill());

  const told = createInterface({ input: node.stdout })[Symbol.asyncIterator]();
  expect((await told.next()).value).toBe('""');
  writeFileSync(join(folder, "storm.md"), "Winds rise.");
  expect((await told.next()).value).toBe('"storm.md"');
});
