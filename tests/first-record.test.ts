import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readFact } from "../src/archive/facts.ts";
import { openArchive, openNamelessArchive } from "../src/archive/open-archive.ts";
import { openRecordedArchive } from "../src/archive/open-recorded.ts";
import { recordMuch } from "./support/record-much.ts";

const MB = 1_000_000;

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function sizeOf(folder: string, name: string): number {
  const file = join(folder, name);
  return existsSync(file) ? statSync(file).size : 0;
}

/** Fills a new archive in a process that is killed before the record is whole. */
function recordDying(folder: string): void {
  const program = join(import.meta.dirname, "support/dying-record.ts");
  expect(spawnSync(process.execPath, [program, folder]).signal).toBe("SIGKILL");
  expect(sizeOf(folder, "archive.sqlite")).toBeGreaterThan(20 * MB);
}

test("the first record goes straight into the archive, and nothing as large stands beside it", async () => {
  const folder = cacheFolder();
  using archive = openArchive(folder);
  await recordMuch(archive, () => {
    expect(sizeOf(folder, "archive.sqlite")).toBeGreaterThan(20 * MB);
    expect(sizeOf(folder, "archive.sqlite-journal")).toBeLessThan(MB);
    expect(sizeOf(folder, "archive.sqlite-wal")).toBeLessThan(MB);
  });
  expect(readFact(archive, "now")).toBe("0");
});

test("what is recorded later is kept apart until it is whole", async () => {
  const folder = cacheFolder();
  using archive = openArchive(folder);
  await recordMuch(archive, () => {});
  const { size } = statSync(join(folder, "archive.sqlite"));
  archive.sql.run`DELETE FROM authors`;
  await recordMuch(archive, () => {
    expect(sizeOf(folder, "archive.sqlite")).toBe(size);
    expect(sizeOf(folder, "archive.sqlite-wal")).toBeGreaterThan(20 * MB);
  });
});

test("a first record that is killed leaves an archive that knows nothing", () => {
  const folder = cacheFolder();
  recordDying(folder);

  using archive = openArchive(folder);
  expect(archive.rebuilt).toBeUndefined();
  expect(readFact(archive, "now")).toBeUndefined();
  expect(archive.sql.get`SELECT count(*) AS n FROM authors`).toEqual({ n: 0 });
});

test("what is recorded for a check alone is not in memory either", async () => {
  using archive = openNamelessArchive();
  const before = process.memoryUsage.rss();
  await recordMuch(archive, () => {}, 300);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MB);
});

test("no shard is made from a first record that is not whole", () => {
  const folder = cacheFolder();
  recordDying(folder);

  expect(() => openRecordedArchive(folder)).toThrow("is being written");
});
