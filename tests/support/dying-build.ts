// A build in a process of its own that kills itself at its n-th write to the disk: before a rename, a
// removal or a transaction, in the middle of a file. Without a number it lives, and prints before each
// write what readers could get that is torn or leads nowhere.
import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync } from "node:sqlite";
import type { Paper } from "../../src/paper.ts";

export interface DyingBuild extends Paper {
  readonly folder: string;
  readonly now: number;
  readonly diesAt?: number;
  /** Only writes of this kind are counted: `rename`. */
  readonly kind?: string;
  /** Of which only this thread's writes are counted. */
  readonly threads?: number;
  readonly isDelta?: boolean;
  /** Not the build dies, but the search step after it. */
  readonly isSearch?: boolean;
}

/** What a build that lives prints, as a line of JSON for each write. */
export interface Write {
  /** `rename /_site/index.html` */
  readonly name: string;
  readonly unsound: readonly string[];
}

/** What one prints that is killed after it has told what it did. */
const TOLD = "told\n";

const {
  folder,
  now,
  diesAt,
  kind = "",
  threads = 1,
  isDelta = false,
  isSearch = false,
  ...paper
}: DyingBuild = JSON.parse(String(process.argv[2]));
process.chdir(`${import.meta.dirname}/../..`);
const unsoundNow = diesAt === undefined ? await observer() : () => [];
let writes = 0;

async function observer(): Promise<() => string[]> {
  const { filesOf } = await import("./paper-from.ts");
  const { unsoundPages } = await import("./unsound-pages.ts");
  const { outputFolder } = paper;
  return () => (fs.existsSync(outputFolder) ? unsoundPages(filesOf(outputFolder)) : []);
}

/** @param half does half of what is about to be done. */
function step(name: string, half = () => {}): void {
  if (!name.startsWith(kind)) return;
  writes++;
  if (diesAt === undefined) {
    const write: Write = { name: name.replace(folder, ""), unsound: unsoundNow() };
    fs.writeSync(1, `${JSON.stringify(write)}\n`);
  } else if (writes === diesAt) {
    half();
    process.kill(process.pid, "SIGKILL");
  }
}

const { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } = fs;
const { spawnSync } = childProcess;
const { exec } = DatabaseSync.prototype;

/** Does as before, but is a step where it concerns the paper. */
function stepping<Args extends [unknown, ...unknown[]], Result>(
  name: string,
  call: (...args: Args) => Result,
  half: (...args: Args) => void = () => {},
) {
  return (...args: Args): Result => {
    const path = String(args[name === "rename" || name === "copy" ? 1 : 0]);
    if (path.startsWith(folder)) step(`${name} ${path}`, () => half(...args));
    return call(...args);
  };
}

Object.assign(fs, {
  mkdirSync: stepping("mkdir", mkdirSync),
  renameSync: stepping("rename", renameSync),
  rmSync: stepping("rm", rmSync),
  rmdirSync: stepping("rmdir", rmdirSync),
  writeFileSync: stepping("write", writeFileSync, (file, content) =>
    writeFileSync(file, String(content).slice(0, String(content).length / 2)),
  ),
  copyFileSync: stepping("copy", copyFileSync, (from, to) => {
    const bytes = readFileSync(from);
    writeFileSync(to, bytes.subarray(0, bytes.length / 2));
  }),
});
Object.assign(childProcess, {
  spawnSync: (command: string, ...rest: [string[], object]) => {
    if (command !== "sync") return spawnSync(command, ...rest);
    step("sync");
    return { status: 0 };
  },
});
syncBuiltinESMExports();

DatabaseSync.prototype.exec = function (sql) {
  step(`sql ${sql.trim().split(" ", 1)}`);
  exec.call(this, sql);
};
const tags = Object.getPrototypeOf(new DatabaseSync(":memory:").createTagStore());
const { run } = tags;
tags.run = function (texts: TemplateStringsArray, ...values: unknown[]) {
  if (!this.db.isTransaction) step(`sql ${texts.join("?").trim().split(" ", 1)}`);
  return run.call(this, texts, ...values);
};

if (isSearch) {
  const { updateSearch } = await import("../../src/update-search.ts");
  await updateSearch(paper, now);
} else {
  const { build } = await import("../../src/build.ts");
  const tell = () => {
    if (diesAt !== undefined) fs.writeSync(1, TOLD);
  };
  await build(paper, now, { threads, isDelta, tell });
}
