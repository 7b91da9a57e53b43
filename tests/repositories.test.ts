import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { differences } from "./support/compare-output.ts";
import { git } from "./support/git.ts";
import { filesOf, paperFrom, TestPaper } from "./support/paper-from.ts";
import { UNDRAWN_SVG } from "./support/undrawn-svg.ts";

const FILES = `
-- authors/ann.md --
---
name: Ann
---
-- stories/2026/11/storm.md --
---
headline: Storm nears
byline: ann
published: 2026-11-01
image: { src: map.svg, alt: A map }
---
Winds rise. See [the fire](/2026/10/fire/).

> They fall.
-- stories/2026/10/fire.md --
---
headline: Fire
byline: ann
published: 2026-10-01
---
It burns.
-- media/map.svg --
${UNDRAWN_SVG}
-- static/robots.txt --
User-agent: *
`;
const STORM = "stories/2026/11/storm.md";
const FIRE = "stories/2026/10/fire.md";

function commit(folder: string): void {
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", "Edit", "--allow-empty");
}

/** A paper in `content/` of a repository. */
function committedPaper(): TestPaper {
  const paper = paperFrom(FILES);
  writeFileSync(join(paper.folder, ".gitignore"), "/_site/\n/.cache/\n");
  writeFileSync(join(paper.folder, ".gitattributes"), "*.svg -text\nrobots.txt -text\n");
  git(paper.folder, "init", "-q");
  commit(paper.folder);
  return paper;
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "clone");
}

/** The repository on another machine, which has the cache and the output of this one. */
function elsewhere(paper: TestPaper, ...command: string[]): TestPaper {
  const folder = freshFolder();
  git(paper.folder, ...command, folder);
  const moved = new TestPaper(folder);
  cpSync(paper.cacheFolder, moved.cacheFolder, { recursive: true });
  cpSync(paper.outputFolder, moved.outputFolder, { recursive: true });
  return moved;
}

function clone(paper: TestPaper, ...flags: string[]): TestPaper {
  return elsewhere(paper, "clone", "-q", ...flags, pathToFileURL(paper.folder).href);
}

function setEnvironment(name: string, value: string): void {
  vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** What readers would get of the same files in a folder that no repository knows. */
async function plainOutput(paper: TestPaper): Promise<Map<string, string>> {
  const plain = paperFrom("");
  for (const [path, bytes] of filesOf(paper.contentFolder)) {
    if (!path.split("/").includes(".git")) plain.write(path, Buffer.from(bytes, "latin1"));
  }
  await plain.build();
  return plain.output();
}

/** What happens to a repository; gives the paper where it is another than before. */
type Turn = (paper: TestPaper) => unknown;

const TURNS: Record<string, Turn> = {
  "a shallow clone": (paper) => {
    paper.edit(STORM, "rise", "fall");
    commit(paper.folder);
    return clone(paper, "--depth=1");
  },
  "a history written anew, whose old commits are gone": ({ folder }) => {
    git(folder, "commit", "-q", "--amend", "-m", "All at once");
    git(folder, "checkout", "-q", "--orphan", "anew");
    git(folder, "commit", "-qm", "Anew");
    git(folder, "branch", "-qD", "master");
    git(folder, "reflog", "expire", "--expire=now", "--all");
    git(folder, "gc", "-q", "--prune=now");
  },
  "a branch with other stories": (paper) => {
    git(paper.folder, "checkout", "-qb", "calm");
    paper.remove(FIRE);
    paper.edit(STORM, "the fire", "a fire");
    commit(paper.folder);
  },
  "a linked work tree": (paper) => elsewhere(paper, "worktree", "add", "-q", "--detach"),
  "a repository that is elsewhere": ({ folder }) => {
    const away = freshFolder();
    renameSync(join(folder, ".git"), away);
    writeFileSync(join(folder, ".git"), `gitdir: ${away}\n`);
  },
  "a sparse checkout": ({ folder }) => {
    git(
      folder,
      "sparse-checkout",
      "set",
      "content/authors",
      "content/media",
      "content/stories/2026/11",
    );
  },
  "another owner's checkout": () => setEnvironment("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
  "no Git on the PATH": () => setEnvironment("PATH", ""),
  "a call from a hook, for which Git names the repository": ({ folder }) =>
    setEnvironment("GIT_DIR", join(folder, ".git")),
  "a broken HEAD": ({ folder }) => writeFileSync(join(folder, ".git/HEAD"), "nonsense\n"),
  "a broken index": ({ folder }) => writeFileSync(join(folder, ".git/index"), "nonsense\n"),
  "a repository that is gone": ({ folder }) =>
    rmSync(join(folder, ".git"), { recursive: true, force: true }),
  "a new story that is ignored": (paper) => {
    appendFileSync(join(paper.folder, ".gitignore"), "calm.md\n");
    commit(paper.folder);
    paper.write("stories/2026/11/calm.md", paper.read(FIRE).replace("Fire", "Calm"));
  },
  "a folder that is ignored": (paper) => {
    appendFileSync(join(paper.folder, ".gitignore"), "static/\n");
    paper.write("static/humans.txt", "Ann\n");
  },
  "a clone with other line ends": (paper) => clone(paper, "-c", "core.autocrlf=true"),
  "a clone with other line ends, in which all is to be rendered again": (paper) => {
    const cloned = clone(paper, "-c", "core.autocrlf=true");
    cloned.edit("authors/ann.md", "Ann", "Anna");
    return cloned;
  },
  "a clone in which attributes name the line ends": (paper) => {
    appendFileSync(join(paper.folder, ".gitattributes"), "*.md eol=crlf\n");
    commit(paper.folder);
    const cloned = clone(paper);
    cloned.edit("authors/ann.md", "Ann", "Anna");
    return cloned;
  },
  "a name in another case": ({ folder }) => {
    git(folder, "mv", "content/static/robots.txt", "content/static/Robots.txt");
    commit(folder);
  },
  "a story whose mode alone changed": ({ folder }) => {
    git(folder, "update-index", "--chmod=+x", `content/${STORM}`);
    git(folder, "commit", "-qm", "Edit");
  },
  "stories that become a submodule": (paper) => {
    const stories = join(paper.contentFolder, "stories");
    git(paper.folder, "rm", "-rq", "--cached", "content/stories");
    git(stories, "init", "-q");
    commit(stories);
    commit(paper.folder);
  },
  "a month that becomes a submodule in which something is not committed": (paper) => {
    const month = join(paper.contentFolder, "stories/2026/11");
    git(paper.folder, "rm", "-rq", "--cached", "content/stories/2026/11");
    git(month, "init", "-q");
    commit(month);
    git(paper.folder, "add", "-A");
    paper.edit(STORM, "rise", "fall");
  },
  "stories that are in a repository of their own, which is not added": (paper) => {
    const stories = join(paper.contentFolder, "stories");
    git(paper.folder, "rm", "-rq", "--cached", "content/stories");
    git(paper.folder, "commit", "-qm", "Edit");
    git(stories, "init", "-q");
    commit(stories);
  },
};

describe("Readers get the right pages after", () => {
  test.each(Object.entries(TURNS))("%s", async (_what, turn) => {
    const paper = committedPaper();
    await paper.build();
    const turned = turn(paper);
    const after = turned instanceof TestPaper ? turned : paper;
    for (const edit of [() => {}, () => after.edit(STORM, "Winds", "Gales")]) {
      edit();
      await after.build();
      expect(differences(after.output(), await plainOutput(after))).toEqual([]);
    }
    expect(await after.build()).toMatchObject({ rendered: 0, codes: [] });
  });
});

test("an edit that Git is told to overlook is published when the page is made again, a build later", async () => {
  const paper = committedPaper();
  await paper.build();
  git(paper.folder, "update-index", "--assume-unchanged", `content/${STORM}`);
  paper.edit(STORM, "rise", "fall");
  expect(await paper.build()).toMatchObject({ rendered: 0 });

  paper.edit("authors/ann.md", "Ann", "Anna");
  await paper.build();
  await paper.build();
  expect(differences(paper.output(), await plainOutput(paper))).toEqual([]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0 });
});

test("an edit that Git is told to overlook does not hold up the feeds: they have it a build later", async () => {
  const paper = committedPaper();
  await paper.build();
  git(paper.folder, "update-index", "--assume-unchanged", `content/${STORM}`);
  paper.edit(STORM, "rise", "fall");
  paper.edit(FIRE, "Fire", "Blaze");
  expect((await paper.build()).queued).toBeGreaterThan(0);
  expect(paper.page("/feed.xml")).not.toContain("Blaze");

  await paper.build();
  expect(paper.page("/feed.xml")).toContain("Blaze");
  expect(differences(paper.output(), await plainOutput(paper))).toEqual([]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0, queued: 0 });
});

test("nor does such an edit hold up the list for partners of its day", async () => {
  const paper = committedPaper();
  paper.edit("site.yaml", /$/, "feeds: summary\n");
  await paper.build();
  git(paper.folder, "update-index", "--assume-unchanged", `content/${STORM}`);
  paper.edit(STORM, "rise", "fall");
  paper.write(
    "stories/2026/11/wind.md",
    "---\nheadline: Wind\npublished: 2026-11-01\n---\nIt blows.\n",
  );
  expect((await paper.build()).queued).toBe(1);
  expect(paper.page("/2026/11/01/ninjs.json")).not.toContain("It blows.");

  await paper.build();
  expect(paper.page("/2026/11/01/ninjs.json")).toContain("It blows.");
  expect(differences(paper.output(), await plainOutput(paper))).toEqual([]);
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0, queued: 0 });
});

test("nor does it hold up the day of a live blog whose posts now lead somewhere", async () => {
  const paper = committedPaper();
  const polls = "stories/2026/11/polls.md";
  const posts =
    "## 2026-11-21 09:00\n\nOut.\n\n## 2026-11-20 09:00\n\nIt [blows](/2026/11/wind/).\n";
  paper.write(polls, `---\nheadline: Polls\nkind: live\npublished: 2026-11-20\n---\n${posts}`);
  commit(paper.folder);
  await paper.build();
  git(paper.folder, "update-index", "--assume-unchanged", `content/${polls}`);
  paper.edit(polls, "It [blows]", "Wind [blows]");
  paper.write(
    "stories/2026/11/wind.md",
    "---\nheadline: Wind\npublished: 2026-11-01\n---\nIt blows.\n",
  );
  expect((await paper.build()).queued).toBeGreaterThan(0);
  await paper.build();
  expect(paper.page("/2026/11/polls/2026-11-20/")).toContain('Wind <a href="/2026/11/wind/">');
  expect(await paper.build()).toMatchObject({ rendered: 0, unchanged: 0, queued: 0 });
});
