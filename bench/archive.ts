import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lateStory, writeArchive } from "./generate.ts";
import { copyForHugo } from "./hugo-copy.ts";

/** A generated paper, ready to be built. */
export interface Archive {
  readonly stories: number;
  /** A git repository with the content in `content/`. */
  readonly paper: string;
  readonly hugo: string;
  /** Where what is measured may write. */
  readonly scratch: string;
}

const WORK = join(import.meta.dirname, ".work");
const SOURCES = [
  "archive.ts",
  "generate.ts",
  "hugo-copy.ts",
  "newsroom.ts",
  "prose.ts",
  "random.ts",
  "story-file.ts",
  "vocabulary.ts",
];

/** Generates the archive, unless it is there and what makes it is still the same. */
export function prepareArchive(stories: number): Archive {
  const folder = join(WORK, String(stories));
  const archive = {
    stories,
    paper: join(folder, "paper"),
    hugo: join(folder, "hugo"),
    scratch: join(folder, "scratch"),
  };
  const mark = join(folder, "made-by");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== generatorHash()) {
    console.error(`Generating ${stories} stories`);
    rmSync(folder, { recursive: true, force: true });
    const content = join(archive.paper, "content");
    writeArchive(stories, content);
    commitAll(archive.paper);
    copyForHugo(content, archive.hugo);
    mkdirSync(archive.scratch);
    writeFileSync(mark, generatorHash());
  }
  withdrawLateStory(archive);
  return archive;
}

/** Deletes what the runs left behind. */
export function clearScratch({ scratch }: Archive): void {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
}

export function commitLateStory({ paper, stories }: Archive): void {
  const { path, text } = lateStory(stories);
  const file = join(paper, "content", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  git(paper, "add", "content");
  git(paper, "commit", "--quiet", "--message=Late story");
}

export function withdrawLateStory({ paper }: Archive): void {
  git(paper, "reset", "--quiet", "--hard", "generated");
}

function commitAll(paper: string): void {
  git(paper, "init", "--quiet");
  const settings = { "user.name": "Bench", "user.email": "bench@example.org", "gc.auto": "0" };
  for (const [key, value] of Object.entries(settings)) git(paper, "config", key, value);
  git(paper, "add", "content");
  git(paper, "commit", "--quiet", "--message=Archive");
  git(paper, "tag", "generated");
  // As in a clone, whose objects come packed.
  git(paper, "gc", "--quiet");
}

function git(folder: string, ...args: string[]): void {
  execFileSync("git", ["-c", "commit.gpgSign=false", ...args], { cwd: folder, stdio: "inherit" });
}

function generatorHash(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex");
}
