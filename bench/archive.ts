import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { lateStory, writeArchive } from "./generate.ts";
import { copyForHugo } from "./hugo-copy.ts";

/** A generated paper, ready to be built. */
export interface Archive {
  readonly stories: number;
  /** A git repository with the content in `content/`. */
  readonly paper: string;
  /** Where what is measured may write. */
  readonly scratch: string;
}

const WORK = join(import.meta.dirname, ".work");
/** What the bytes of an archive depend on. */
const SOURCES = [
  "generate.ts",
  "hugo-copy.ts",
  "peers/shared/places.json",
  "newsroom.ts",
  "prose.ts",
  "random.ts",
  "story-file.ts",
  "vocabulary.ts",
];

/** Generates the archive, unless it is there and what makes it is still the same. */
export function prepareArchive(stories: number): Archive {
  const folder = join(WORK, String(stories));
  const archive = { stories, paper: join(folder, "paper"), scratch: join(folder, "scratch") };
  const mark = join(folder, "made-by");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== generatorHash()) {
    console.error(`Generating ${stories} stories`);
    rmSync(folder, { recursive: true, force: true });
    writeArchive(stories, join(archive.paper, "content"));
    commitAll(archive.paper);
    mkdirSync(archive.scratch);
    writeFileSync(mark, generatorHash());
  }
  withdrawLateStory(archive);
  return archive;
}

/** The archive as Hugo needs it; made when it is first asked for. */
export function hugoCopy({ stories, paper }: Archive): string {
  const folder = join(WORK, String(stories), "hugo");
  if (!existsSync(folder)) {
    console.error(`Copying ${stories} stories for Hugo`);
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    copyForHugo(join(paper, "content"), unfinished);
    renameSync(unfinished, folder);
  }
  return folder;
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
  // Files that Git thinks are big go into one pack at once: a million small ones would lie about else.
  // Year by year, because for each file it searches all that it has put there.
  for (const part of [...globSync("content/stories/*", { cwd: paper }), "content"]) {
    git(paper, "-c", "core.bigFileThreshold=1", "add", part);
  }
  git(paper, "commit", "--quiet", "--message=Archive");
  git(paper, "tag", "generated");
  // As in a clone, whose objects come packed.
  git(paper, "repack", "-a", "-d", "--quiet", "--window=0");
}

function git(folder: string, ...args: string[]): void {
  execFileSync("git", ["-c", "commit.gpgSign=false", ...args], { cwd: folder, stdio: "inherit" });
}

function generatorHash(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex");
}
