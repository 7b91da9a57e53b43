import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git } from "./support/git.ts";
import { PROJECT_FOLDER, paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";
import { CLI, EDITORS_ENVIRONMENT, runDateline } from "./support/run-dateline.ts";

const STORM = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
---
Winds rise.
`;

test("a build with nothing to do loads no package but that of the command line", () => {
  const paper = paperFrom(STORM);
  expect(packagesOfBuild(paper)).toContain("@11ty/eleventy");
  expect(packagesOfBuild(paper)).toEqual(["commander"]);
});

test("a build of a story without a picture loads nothing that makes pictures", () => {
  const paper = paperFrom(STORM);
  const images = /sharp|eleventy-img|satori|resvg/;
  paper.write("site.yaml", `${SITE_YAML}shareImagesSince: 2026-08-01\n`);
  expect(packagesOfBuild(paper).join()).toMatch(images);
  paper.write("site.yaml", SITE_YAML);
  packagesOfBuild(paper);
  paper.write("stories/2026/08/calm.md", paper.read("stories/2026/08/storm.md"));
  const packages = packagesOfBuild(paper);
  expect(packages).toContain("@11ty/eleventy");
  expect(packages.join()).not.toMatch(images);
});

test("nor does one that has to warn of the settings", async () => {
  const paper = paperFrom(STORM);
  paper.write("site.yaml", `${SITE_YAML}organization: { policies: { ethicsPolicy: /ethics/ } }\n`);
  const { problems } = await paper.build();
  expect(problems).toMatchObject([{ file: "site.yaml", line: 8, column: 43, code: "link-dead" }]);
  expect((await paper.build()).problems).toEqual(problems);
  expect(packagesOfBuild(paper)).toEqual(["commander"]);
});

test("a build that publishes a story does not load what tells the places of faults", () => {
  const packages = packagesOfBuild(paperFrom(STORM));
  expect(packages).toEqual(expect.arrayContaining(["js-yaml", "valibot"]));
  expect(packages).not.toContain("yaml");
});

test("a build with nothing to do asks Git two things, one after a commit four", () => {
  const paper = committedPaper();
  runDateline(paper.folder, ["build"]);
  expect(gitCallsOfBuild(paper)).toEqual(["rev-parse", "status"]);
  paper.edit("stories/2026/08/storm.md", "Winds rise", "Winds drop");
  git(paper.folder, "commit", "-qam", "Drop");
  expect(gitCallsOfBuild(paper)).toEqual(["cat-file", "diff-tree", "rev-parse", "status"]);
});

function gitCallsOfBuild({ folder }: TestPaper): string[] {
  const trace = join(folder, `trace-${crypto.randomUUID()}`);
  expect(runDateline(folder, ["build"], { GIT_TRACE: trace }).code).toBe(0);
  const calls = readFileSync(trace, "utf8").matchAll(/built-in: git (\S+)/g);
  return Array.from(calls, ([, command]) => String(command)).sort();
}

test("a build asks Git before it loads what else it needs", () => {
  const { loadedBeforeGit } = traceBuild(committedPaper());
  expect(loadedBeforeGit).toContain("src/content/ask-git.ts");
  expect(loadedBeforeGit).not.toContain("src/build.ts");
  expect(loadedBeforeGit.length).toBeLessThan(20);
});

test("where nothing is in Git a build with nothing to do starts no other program", () => {
  const paper = paperFrom(STORM);
  runDateline(paper.folder, ["build"]);
  expect(traceBuild(paper).loadedBeforeGit).toEqual([]);
});

function committedPaper(): TestPaper {
  const paper = paperFrom(STORM);
  git(paper.folder, "init", "-q");
  git(paper.folder, "add", "-A");
  git(paper.folder, "commit", "-qm", "Storm");
  return paper;
}

function packagesOfBuild(paper: TestPaper): readonly string[] {
  return traceBuild(paper).packages;
}

interface Trace {
  readonly packages: readonly string[];
  /** Files of src/. */
  readonly loadedBeforeGit: readonly string[];
}

/** What a build in a process of its own loads. */
function traceBuild(paper: TestPaper): Trace {
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", join(PROJECT_FOLDER, "tests/support/trace-modules.ts"), CLI, "build"],
    { cwd: paper.folder, encoding: "utf8", env: EDITORS_ENVIRONMENT },
  );
  return JSON.parse(stdout);
}
