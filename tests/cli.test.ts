import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { paperFrom } from "./support/paper-from.ts";
import { CLI, EDITORS_ENVIRONMENT, runDateline } from "./support/run-dateline.ts";

const STORM = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
section: world
published: 2026-08-01T09:00Z
---
Winds rise.
`;

const MISSPELT = `
-- stories/2026/08/calm.md --
---
headline: All calm
sektion: science
published: 2026-08-02T09:00Z
---
Winds fall.
`;

const NOW = ["--now", "2026-11-24T12:00Z"];

test.each(["build", "record", "check", "start"])("%s --help tells all flags", (command) => {
  const { code, stdout } = runDateline("/", [command, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("--content");
  expect(stdout).toContain("--now");
});

describe("a command line that can't be run ends with 2 and says why", () => {
  test.each([
    [["bild"], "Did you mean build?"],
    [["build", "--ful"], "Did you mean --full?"],
    [["build", "--now", "tomorrow"], "Write a date and time with a zone: 2026-11-24T09:00Z"],
    [["build", "--now", "2026-11-24"], "Write a date and time with a zone: 2026-11-24T09:00Z"],
    [["build", "--shard", "9/8"], "Write which part of how many: 1/8 is the first of eight."],
    [["build", "--shard", "0/8"], "Write which part of how many: 1/8 is the first of eight."],
    [["build", "--shard", "half"], "Write which part of how many: 1/8 is the first of eight."],
    [["build", "--shard", "1/8"], "Name a folder for the part with --output."],
    [["build", "--shard", "1/8", "--merge", "part"], "cannot be used with option '--merge"],
    [["build", "--merge", "part"], "part holds no part that can be read."],
    [["start", "--port", "http"], "Write a number up to 65535; 0 is any that is free."],
    [["check", "stories/nowhere.md"], "Nothing is there."],
    [["check", "/"], "is not in the content folder"],
    [["check", "--content", "/", "/tmp"], "tmp is not read."],
    [["build", "--content", "nowhere"], "nowhere. Name the newsroom's with --content."],
    [["record", "--content", "nowhere"], "nowhere. Name the newsroom's with --content."],
    [["check", "--content", "nowhere"], "nowhere. Name the newsroom's with --content."],
    [["start", "--content", "nowhere"], "nowhere. Name the newsroom's with --content."],
    [["search"], "does not hold what was recorded last. Publish it first,"],
    [["build", "--content", "content/site.yaml"], "Name the newsroom's with --content."],
  ])("%j", (args, sentence) => {
    const { code, stdout, stderr } = runDateline(paperFrom(STORM).folder, args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect([code, stdout]).toEqual([2, ""]);
  });
});

describe("settings that can't be read", () => {
  test.each([[["build"]], [["check"]], [["check", "content/stories/2026/08/storm.md"]]])(
    "%j shows what is wrong and ends with 2",
    (args) => {
      const paper = paperFrom(STORM);
      paper.edit("site.yaml", "zone: America/New_York", "zone: Gotham");
      const { code, stderr } = runDateline(paper.folder, args);
      expect(stderr).toContain("site.yaml:4:7 error zone-unknown");
      expect(stderr).toContain("  4 | zone: Gotham\n            ^^^^^^");
      expect(code).toBe(2);
    },
  );
});

describe("a build ends with", () => {
  test("0 without errors: warnings never count", () => {
    const paper = paperFrom(`${STORM}See [calm](/2026/08/calm/).\n`);
    const { code, stdout, stderr } = runDateline(paper.folder, ["build", ...NOW]);
    expect(stderr).toContain("stories/2026/08/storm.md:7:12 warning link-dead");
    expect([code, stdout]).toEqual([0, ""]);
    expect(paper.page("/2026/08/storm/")).toContain("Winds rise.");
  });

  test("1 where a story has an error and the others are published", () => {
    const paper = paperFrom(STORM + MISSPELT);
    const { code, stderr } = runDateline(paper.folder, ["build", ...NOW]);
    expect(stderr).toContain(`stories/2026/08/calm.md:3:1 error key-unknown
"sektion" is not a key that means something here.
  3 | sektion: science
      ^^^^^^^
hint: Did you mean section?
`);
    expect(code).toBe(1);
    expect(paper.page("/2026/08/storm/")).toContain("Winds rise.");
    expect(paper.page("/2026/08/calm/")).toBeUndefined();
  });

  test("1 and nothing published, if it is strict", () => {
    const paper = paperFrom(STORM + MISSPELT);
    const { code, stderr } = runDateline(paper.folder, ["build", "--strict", ...NOW]);
    expect(stderr).toContain("Nothing was published.");
    expect(code).toBe(1);
    expect(existsSync(paper.outputFolder)).toBe(false);
  });

  test.each([
    ["output", "A file stands where a folder is needed. (ENOTDIR"],
    ["cache", "A file stands where a folder is needed. (EEXIST"],
  ])("2 where a file stands in place of the %s folder", (flag, sentence) => {
    const paper = paperFrom(STORM);
    writeFileSync(join(paper.folder, "file"), "");
    const { code, stderr } = runDateline(paper.folder, ["build", `--${flag}`, "file"]);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(2);
  });

  test("2 where the output folder holds somebody's files, which stay", () => {
    const paper = paperFrom(STORM);
    mkdirSync(paper.outputFolder);
    writeFileSync(join(paper.outputFolder, "thesis.txt"), "");
    const { code, stderr } = runDateline(paper.folder, ["build"]);
    expect(stderr).toContain("holds files that Dateline did not write.");
    expect(code).toBe(2);
    expect([...paper.output().keys()]).toEqual(["thesis.txt"]);
  });
});

describe("--json prints one object on standard output", () => {
  test.each([
    [0, STORM, ["build", ...NOW]],
    [1, STORM + MISSPELT, ["build", ...NOW]],
    [1, STORM + MISSPELT, ["build", "--strict", ...NOW]],
    [2, "", ["build", "--content", "nowhere"]],
    [2, "", ["build", "--flag"]],
    [2, "-- site.yaml --\nname: Paper\n", ["build"]],
  ])("with exit code %i", (expected, files, args) => {
    const { code, stdout } = runDateline(paperFrom(files).folder, [...args, "--json"]);
    expect(code).toBe(expected);
    expect(JSON.parse(stdout)).toMatchObject({
      rendered: expect.any(Number),
      unchanged: expect.any(Number),
      removed: expect.any(Number),
      kept: 0,
      changes: { added: expect.any(Array), changed: [], removed: [] },
      problems: expect.any(Array),
      nextChangeAt: null,
      seconds: { read: expect.any(Number), publish: expect.any(Number) },
    });
  });

  test("with what an editor's tool needs of a problem", () => {
    const paper = paperFrom(STORM + MISSPELT);
    const { code, stdout } = runDateline(paper.folder, ["check", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems).toEqual([
      {
        file: "stories/2026/08/calm.md",
        line: 3,
        column: 1,
        length: 7,
        severity: "error",
        code: "key-unknown",
        message: expect.any(String),
        hint: expect.any(String),
      },
    ]);
  });

  test("with why nothing could be done", () => {
    const { stdout } = runDateline("/", ["check", "--json", "--content", "/nowhere"]);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      fault: expect.stringMatching("/now"),
    });
  });

  test("with the instant at which a scheduled story appears, which --now moves", () => {
    const paper = paperFrom(STORM);
    const at = (now: string) =>
      JSON.parse(runDateline(paper.folder, ["build", "--json", "--now", now]).stdout);
    expect(at("2026-08-01T08:59Z").nextChangeAt).toBe("2026-08-01T09:00:00Z");
    expect(at("2026-08-01T09:00Z").changes.added).toContain("/2026/08/storm/");
  });
});

test("--full renders everything again, and says so", () => {
  const paper = paperFrom(STORM);
  const report = (...flags: string[]) => {
    const { stdout, stderr } = runDateline(paper.folder, ["build", "--json", ...NOW, ...flags]);
    return { ...JSON.parse(stdout), stderr };
  };
  const { rendered } = report();
  expect(report().rendered).toBe(0);
  const full = report("--full");
  expect(full.rendered).toBe(rendered);
  expect(full.changes).toEqual({ added: [], changed: [], removed: [] });
  expect(full.stderr).toContain("because of --full");
});

test("a build is the same from wherever it is started", () => {
  const paper = paperFrom(STORM);
  runDateline(paper.folder, ["build", ...NOW]);
  const flags = ["--content", "--output", "--cache"].flatMap((flag) => [
    flag,
    join(paper.folder, `${flag === "--content" ? "content" : `other${flag}`}`),
  ]);
  expect(runDateline("/", ["build", ...NOW, ...flags]).code).toBe(0);
  const other = readdirSync(join(paper.folder, "other--output"), { recursive: true });
  expect(other.sort()).toEqual(readdirSync(paper.outputFolder, { recursive: true }).sort());
});

describe("check", () => {
  test("finds links, pictures and aliases that lead nowhere", () => {
    const paper = paperFrom(`
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
image: { src: storm.jpg, alt: The storm }
aliases: [/world/]
---
See [calm](/2026/08/calm/).

![Waves](waves.jpg)
`);
    const { stdout } = runDateline(paper.folder, ["check", "--json"]);
    const problems = JSON.parse(stdout).problems as { code: string; line: number }[];
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "4 picture-missing",
      "7 link-dead",
      "9 picture-missing",
    ]);
    paper.edit("stories/2026/08/storm.md", /image.*\n/, "");
    paper.edit("stories/2026/08/storm.md", /!.*\n/, "");
    const { stderr } = runDateline(paper.folder, ["check"]);
    expect(stderr).toContain("storm.md:4:11 error alias-taken");
    expect(stderr).toContain("storm.md:6:12 warning link-dead");
  });

  test.each([
    ["content/stories/2026/08/storm.md", 0, "No problems."],
    ["content/stories/2026/08/calm.md", 1, "calm.md:3:1 error key-unknown"],
    ["content/stories", 1, "calm.md:3:1 error key-unknown"],
    ["content/authors", 0, "No problems."],
  ])("%s: of these files alone", (path, expected, text) => {
    const paper = paperFrom(STORM + MISSPELT);
    mkdirSync(join(paper.contentFolder, "authors"));
    const { code, stderr } = runDateline(paper.folder, ["check", path]);
    expect(stderr).toContain(text);
    expect(code).toBe(expected);
  });

  test("writes nothing", () => {
    const paper = paperFrom(STORM + MISSPELT);
    const state = () =>
      readdirSync(paper.folder, { recursive: true }).map((path) => {
        const { mtimeMs, size } = statSync(join(paper.folder, String(path)));
        return `${path} ${mtimeMs} ${size}`;
      });
    const before = state();
    runDateline(paper.folder, ["check"]);
    expect(state()).toEqual(before);
  });
});

describe("problems are shown", () => {
  test("without colors where nobody sees them", () => {
    const paper = paperFrom(STORM + MISSPELT);
    expect(runDateline(paper.folder, ["check"]).stderr).not.toContain("\x1b");
    expect(runDateline(paper.folder, ["build", ...NOW]).stderr).not.toContain("\x1b");
  });

  const hasScript = spawnSync("script", ["--version"]).status === 0;
  test.runIf(hasScript).each([
    ["in color on a terminal, wherever standard output goes", {}, true],
    ["without, if somebody wants none", { NO_COLOR: "1" }, false],
  ])("%s", (_title, environment, expected) => {
    const paper = paperFrom(STORM + MISSPELT);
    const command = `'${process.execPath}' '${CLI}' check > /dev/null`;
    const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
      cwd: paper.folder,
      encoding: "utf8",
      env: { ...EDITORS_ENVIRONMENT, ...environment },
    });
    expect(stdout).toContain("error key-unknown");
    expect(stdout.includes("\x1b[31m")).toBe(expected);
  });

  test("as annotations in GitHub Actions, which knows files by their path in the repository", () => {
    const paper = paperFrom(STORM + MISSPELT);
    const annotation =
      "\n::error file=content/stories/2026/08/calm.md,line=3,col=1,endColumn=8,title=key-unknown::";
    const inActions = { GITHUB_ACTIONS: "true" };
    expect(runDateline(paper.folder, ["check"], inActions).stderr).toContain(annotation);
    expect(
      runDateline(paper.contentFolder, ["check", "--content", "."], {
        ...inActions,
        GITHUB_WORKSPACE: paper.folder,
      }).stderr,
    ).toContain(annotation);
    expect(runDateline(paper.folder, ["check"]).stderr).not.toContain("::error");
  });
});

test("search says what it indexed", () => {
  const { folder } = paperFrom(STORM);
  runDateline(folder, ["build", ...NOW]);
  const { code, stderr } = runDateline(folder, ["search", ...NOW]);
  expect(code).toBe(0);
  expect(stderr).toBe("1 story indexed in 1 of 1 bundle (2026-08).\n");
});
