import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { CHANGES, type Change } from "../../src/archive/changes.ts";
import { type BuildOptions, build } from "../../src/build.ts";
import { type BuildReport, jsonFigures } from "../../src/build-report.ts";
import type { Paper } from "../../src/paper.ts";
import { readCodeEditions } from "../../src/render/code-editions.ts";

/** The project that the tests belong to. */
export const PROJECT_FOLDER = join(import.meta.dirname, "../..");

const CODE = readCodeEditions(PROJECT_FOLDER);

/** What a build need not read again: while tests run nobody edits the project's own code. */
export function knownCode({ projectFolder }: Paper): Pick<BuildOptions, "code"> {
  return projectFolder === PROJECT_FOLDER ? { code: CODE } : {};
}

export const SITE_YAML = `name: The Daily Test
url: https://example.org
language: en
zone: America/New_York
sections:
  world: { name: World }
  science: { name: Science }
`;

/** A newsroom in a folder of its own: what editors do to its files, and what readers then get. */
export class TestPaper implements Paper {
  readonly projectFolder = PROJECT_FOLDER;
  readonly isPreview = false;
  readonly folder: string;
  readonly contentFolder: string;
  readonly outputFolder: string;
  readonly cacheFolder: string;
  /** Of the next build; moved by the test. */
  now = Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds;

  constructor(folder: string) {
    this.folder = folder;
    this.contentFolder = join(folder, "content");
    this.outputFolder = join(folder, "_site");
    this.cacheFolder = join(folder, ".cache");
  }

  async build(options: BuildOptions = {}) {
    let keptStories: string[] = [];
    let changes: Record<Change, string[]> = { added: [], changed: [], removed: [] };
    const tell = (report: BuildReport) => {
      keptStories = [...report.listKept()];
      changes = changesOf(report);
    };
    const report = await build(this, this.now, { ...knownCode(this), tell, ...options });
    const problems = [...report.problems];
    const codes = problems.map(({ code }) => code);
    return { ...report, ...jsonFigures(report), changes, keptStories, problems, codes };
  }

  write(path: string, text: string | Uint8Array): void {
    const file = join(this.contentFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.contentFolder, path), "utf8");
  }

  edit(path: string, before: string | RegExp, after: string): void {
    const text = this.read(path);
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`Nothing to edit in ${path}: ${before}`);
    this.write(path, edited);
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.contentFolder, to)), { recursive: true });
    renameSync(join(this.contentFolder, from), join(this.contentFolder, to));
  }

  remove(path: string): void {
    rmSync(join(this.contentFolder, path));
  }

  /** What a reader gets at an address; `undefined` where nothing is. */
  page(address: string): string | undefined {
    return this.output().get(address.slice(1) + (address.endsWith("/") ? "index.html" : ""));
  }

  /** Every file of the output and its bytes, as Latin-1 text. */
  output(): Map<string, string> {
    return filesOf(this.outputFolder);
  }
}

function changesOf({ changes }: BuildReport): Record<Change, string[]> {
  const [added, changed, removed] = CHANGES.map((change) => [...changes.list(change)]);
  return { added, changed, removed } as Record<Change, string[]>;
}

// A paper of thousands of stories takes a while to go.
const CLEANUP_TIMEOUT_MS = 60_000;

/** A paper whose files stand in one text, each below a line `-- path --`. site.yaml is there by default. */
export function paperFrom(files: string): TestPaper {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }), CLEANUP_TIMEOUT_MS);
  const paper = new TestPaper(folder);
  paper.write("site.yaml", SITE_YAML);
  const [, ...parts] = files.split(/^-- (.+) --\n/m);
  for (let index = 0; index < parts.length; index += 2) {
    paper.write(parts[index] as string, parts[index + 1] as string);
  }
  return paper;
}

/** Files below a folder, by path, as Latin-1 text; the marker of the output folder left out. */
export function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".dateline")
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, "latin1")]),
  );
}
