import { rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { git } from "./support/git.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";

const FILES = `
-- stories/2026/11/storm.md --
---
headline: Storm nears
published: 2026-11-01
image: { src: map.svg, alt: A map }
---
Winds rise. See [the fire](/2026/11/fire/).
-- stories/2026/11/ärger.md --
---
headline: Trouble
published: 2026-11-02
---
Winds fall.
-- media/map.svg --
${UNDRAWN_SVG}
-- static/robots.txt --
User-agent: *
`;

const STORM = "stories/2026/11/storm.md";

interface Step {
  readonly edit?: (paper: TestPaper) => void;
  readonly git?: readonly (readonly string[])[];
}

const COMMIT = [
  ["add", "-A"],
  ["commit", "-qm", "Edit", "--allow-empty"],
] as const;

const HISTORY: Record<string, Step> = {
  "nothing is committed yet": {},
  "all is committed": { git: COMMIT },
  "an edit": { edit: (paper) => paper.edit(STORM, "rise", "fall") },
  "the edit is reverted": { edit: (paper) => paper.edit(STORM, "fall", "rise") },
  "an edit is committed": { edit: (paper) => paper.edit(STORM, "nears", "hits"), git: COMMIT },
  "an edit is staged": {
    edit: (paper) => paper.edit(STORM, "hits", "passes"),
    git: [["add", "-A"]],
  },
  "the staged file is edited again": { edit: (paper) => paper.edit(STORM, "passes", "is gone") },
  "all of that is committed": { git: COMMIT },
  "a file is new": {
    edit: (paper) =>
      paper.write(
        "stories/2026/11/fire.md",
        "---\nheadline: Fire\npublished: 2026-11-03\n---\nIt burns.\n",
      ),
  },
  "the new file is staged": { git: [["add", "-A"]] },
  "the staged file is deleted": { edit: (paper) => paper.remove("stories/2026/11/fire.md") },
  "a file is renamed": {
    edit: (paper) => paper.move("stories/2026/11/ärger.md", "stories/2026/11/fire.md"),
  },
  "the renaming is committed": { git: COMMIT },
  "a picture is replaced": { edit: (paper) => paper.edit("media/map.svg", "/>", ' width="1"/>') },
  "a file is deleted": { edit: (paper) => paper.remove("static/robots.txt") },
  "the deletion is committed": { git: COMMIT },
};

describe("A paper in a repository is published like any other", () => {
  test.each([
    ["whose top is above the content", (paper: TestPaper) => git(paper.folder, "init", "-q")],
    ["that is the content folder", (paper: TestPaper) => git(paper.contentFolder, "init", "-q")],
    [
      "that ignores the content",
      (paper: TestPaper) => {
        git(paper.folder, "init", "-q");
        writeFileSync(join(paper.folder, ".gitignore"), "content/\n");
      },
    ],
  ])("%s", async (_where, init) => {
    const [plain, versioned] = [paperFrom(FILES), paperFrom(FILES)];
    init(versioned);
    for (const [what, step] of Object.entries(HISTORY)) {
      step.edit?.(plain);
      step.edit?.(versioned);
      for (const command of step.git ?? []) git(versioned.contentFolder, ...command);
      const [report, { changes }] = [await versioned.build(), await plain.build()];
      expect({ what, changes: report.changes }).toEqual({ what, changes });
      expect([...versioned.output()]).toEqual([...plain.output()]);
    }
  });
});

describe("A file that is as it was is not opened", () => {
  /** Other bytes of the same length and time: only who opens the file can tell. */
  function replaceUnseen(paper: TestPaper, path: string): void {
    const file = join(paper.contentFolder, path);
    const { atime, mtime } = statSync(file);
    paper.edit(path, "rise", "fall");
    utimesSync(file, atime, mtime);
  }

  function age(paper: TestPaper): void {
    const longAgo = new Date("2026-11-01");
    utimesSync(join(paper.contentFolder, STORM), longAgo, longAgo);
  }

  test("in a mere folder", async () => {
    const paper = paperFrom(FILES);
    age(paper);
    await paper.build();
    replaceUnseen(paper, STORM);

    expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
  });

  test("in a repository", async () => {
    const paper = paperFrom(FILES);
    age(paper);
    git(paper.folder, "init", "-q");
    // Git else sees from the time of the inode's change that it has to look into the file.
    git(paper.folder, "config", "core.trustctime", "false");
    git(paper.folder, "config", "core.checkStat", "minimal");
    for (const command of COMMIT) git(paper.folder, ...command);
    await paper.build();
    replaceUnseen(paper, STORM);

    expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
  });
});

test("a repository that has lost a folder's tree is no reason to take the stories in it down", async () => {
  const paper = paperFrom(FILES);
  git(paper.folder, "init", "-q");
  for (const command of COMMIT) git(paper.folder, ...command);
  await paper.build();
  const before = paper.output();
  paper.edit(STORM, "nears", "hits");
  for (const command of COMMIT) git(paper.folder, ...command);
  const tree = git(paper.folder, "rev-parse", "HEAD:content/stories").trim();
  rmSync(join(paper.folder, ".git/objects", tree.slice(0, 2), tree.slice(2)));

  await expect(paper.build()).rejects.toThrow(`The Git repository is not whole: ${tree} missing.`);
  expect(paper.output()).toEqual(before);
});

const BYLINED = `
-- pages/about.md --
---
title: About
---
We print.
`;

function writeWithAuthor(paper: TestPaper): void {
  paper.write("authors/ann.md", "---\nname: Ann\n---\n");
  paper.write(
    STORM,
    "---\nheadline: Storm\nbyline: ann\npublished: 2026-11-01\n---\nWinds rise.\n",
  );
}

describe("An author who comes with the first story by that name is known to it", () => {
  test("where other folders are committed already", async () => {
    const paper = paperFrom(BYLINED);
    git(paper.folder, "init", "-q");
    for (const command of COMMIT) git(paper.folder, ...command);
    writeWithAuthor(paper);

    expect((await paper.build()).codes).toEqual([]);
  });

  test("where the stories are in a repository of their own", async () => {
    const paper = paperFrom(BYLINED);
    writeWithAuthor(paper);
    for (const folder of [join(paper.contentFolder, "stories"), paper.folder]) {
      git(folder, "init", "-q");
      for (const command of COMMIT) git(folder, ...command);
    }

    expect((await paper.build()).codes).toEqual([]);
  });

  test("where the last page goes at the same time", async () => {
    const paper = paperFrom(BYLINED);
    await paper.build();
    rmSync(join(paper.contentFolder, "pages"), { recursive: true });
    writeWithAuthor(paper);

    expect((await paper.build()).codes).toEqual([]);
  });
});
