import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { git } from "./git.ts";
import { filesOf, type TestPaper } from "./paper-from.ts";
import { runDateline } from "./run-dateline.ts";

const NOW = ["--now", "2026-11-24T12:00Z"];

/** A machine of a newsroom's CI: a clone of the content, and what others send it. */
export class Machine {
  readonly folder: string;

  constructor(paper: TestPaper, name: string) {
    this.folder = join(paper.folder, name);
    git(paper.folder, "clone", "-q", paper.contentFolder, join(this.folder, "content"));
  }

  /** Takes the one file that is to travel. */
  restoreCache(from: { readonly folder: string }): this {
    mkdirSync(join(this.folder, ".cache"), { recursive: true });
    const file = ".cache/archive.sqlite";
    cpSync(join(from.folder, file), join(this.folder, file));
    return this;
  }

  receive(from: Machine, name: string): this {
    cpSync(join(from.folder, name), join(this.folder, name), { recursive: true });
    return this;
  }

  run(...args: string[]) {
    const time = args.includes("--shard") ? [] : NOW;
    const { code, stdout, stderr } = runDateline(this.folder, [...args, ...time, "--json"]);
    return { code, stderr, ...JSON.parse(stdout) };
  }

  /** Every file that a build wrote. */
  files(folder = "_site"): Map<string, string> {
    const path = join(this.folder, folder);
    return existsSync(path) ? filesOf(path) : new Map();
  }
}

/** Puts the content of a paper under version control, or what was edited since. */
export function commit({ contentFolder }: TestPaper): void {
  if (!existsSync(join(contentFolder, ".git"))) git(contentFolder, "init", "-q");
  git(contentFolder, "add", "-A");
  git(contentFolder, "commit", "-qm", "Edit");
}
