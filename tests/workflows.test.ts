import { spawnSync } from "node:child_process";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { copyProject } from "./support/copy-project.ts";
import { PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";
import { EDITORS_ENVIRONMENT } from "./support/run-dateline.ts";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: Step[];
}

const STORM = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
section: world
published: 2026-08-01T09:00Z
---
Winds rise.
`;

const FILES = globSync(".github/workflows/*", { cwd: PROJECT_FOLDER }).sort();

function workflow(name: string) {
  return parse(readFileSync(join(PROJECT_FOLDER, `.github/workflows/${name}.yml`), "utf8"));
}

function stepsOf(name: string): Step[] {
  const jobs: Record<string, Job> = workflow(name).jobs;
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

const names = ["check", "publish", "shards"];

test("there are three workflows, and no others that nobody looked at", () => {
  expect(FILES).toEqual(names.map((name) => `.github/workflows/${name}.yml`));
});

describe.each(names)("%s", (name) => {
  test("may read and no more, but for what a job asks for", () => {
    expect(workflow(name).permissions).toEqual({ contents: "read" });
  });

  test("takes actions of a version that is named", () => {
    const actions = stepsOf(name).flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((uses) => !/^actions\/[\w/-]+@(v\d+|[0-9a-f]{40})$/.test(uses))).toEqual(
      [],
    );
  });

  test("runs scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8"));
    const run = stepsOf(name).flatMap(({ run: text = "" }) => [
      ...text.matchAll(/npm (?:run (?:--silent )?)?([\w:]+)/g),
    ]);
    const used = run.map(([, script]) => script as string).filter((script) => script !== "ci");
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe("a pull request", () => {
  test("is checked and tested, as a stranger's", () => {
    expect(workflow("check").on).toBe("pull_request");
    const runs = stepsOf("check").flatMap(({ run }) => run ?? []);
    expect(runs).toEqual(["npm ci", "npm run check", "npm test"]);
  });

  test("neither sees nor writes a cache or a secret", () => {
    const steps = stepsOf("check");
    expect(steps.filter(({ uses }) => uses?.includes("cache"))).toEqual([]);
    const node = steps.find(({ uses }) => uses?.startsWith("actions/setup-node"));
    expect(node?.with).toMatchObject({ "package-manager-cache": false });
    expect(node?.with).not.toHaveProperty("cache");
    const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout"));
    expect(checkout?.with).toEqual({ "persist-credentials": false });
    expect(JSON.stringify(workflow("check"))).not.toContain("secrets");
  });
});

describe("publishing", () => {
  const jobs: Record<string, Job> = workflow("publish").jobs;
  const position = (uses: string) =>
    stepsOf("publish").findIndex((step) => step.uses?.startsWith(`actions/${uses}@`));
  const step = (uses: string) => stepsOf("publish")[position(uses)] as Step;
  const buildPosition = stepsOf("publish").findIndex(({ id }) => id === "build");

  test("happens on a push to main, every ten minutes and on demand, one at a time", () => {
    const { on, concurrency } = workflow("publish");
    expect(on).toEqual({
      push: { branches: ["main"] },
      schedule: [{ cron: "*/10 * * * *" }],
      workflow_dispatch: null,
    });
    expect(concurrency).toEqual({ group: "publish", "cancel-in-progress": false });
  });

  test("happens from the main branch alone", () => {
    expect(jobs.build?.if).toBe("github.ref == 'refs/heads/main'");
    const others = Object.values(jobs).filter((job) => job !== jobs.build);
    expect(others.filter(({ needs = [] }) => ![needs].flat().includes("build"))).toEqual([]);
  });

  test("gives the right to publish to a job that runs nothing of npm's", () => {
    const rights = Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]);
    expect(Object.fromEntries(rights)).toEqual({
      build: { contents: "read" },
      deploy: { pages: "write", "id-token": "write" },
      save: {},
      errors: {},
    });
    expect(jobs.deploy?.steps.flatMap(({ run }) => run ?? [])).toEqual([]);
  });

  test("restores, builds, deploys and only then saves", () => {
    const order = [
      position("cache/restore"),
      buildPosition,
      position("upload-pages-artifact"),
      position("deploy-pages"),
      position("cache/save"),
    ];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(jobs.deploy?.needs).toBe("build");
    expect(jobs.save?.needs).toEqual(["build", "deploy"]);
    expect(jobs.save?.if).toContain("needs.deploy.result != 'failure'");
  });

  test("deploys hidden files too, as /.well-known/ is one", () => {
    expect(step("upload-pages-artifact")).toMatchObject({
      uses: "actions/upload-pages-artifact@v5",
      with: { path: "_site", "include-hidden-files": true },
    });
  });

  test("carries the archive and the output from build to build, and no draft", () => {
    for (const uses of ["cache/restore", "cache/save"]) {
      expect(String(step(uses).with?.path).trim().split("\n")).toEqual([
        ".cache/archive.sqlite",
        "_site",
      ]);
    }
    const packs = stepsOf("publish").flatMap(({ run = "" }) => /tar -cf \S+ (.*)/.exec(run) ?? []);
    expect(packs[1]).toBe(".cache/archive.sqlite _site");
  });

  test("deploys when something changed, and ends red where a story has an error", () => {
    const changed = /steps\.build\.outputs\.changed == 'true' \|\| /;
    expect(step("upload-pages-artifact").if).toMatch(changed);
    expect(jobs.build?.outputs?.deploys).toMatch(changed);
    expect(jobs.deploy?.if).toBe("needs.build.outputs.deploys == 'true'");
    expect(jobs.errors).toMatchObject({
      if: "needs.build.outputs.errors == 'true'",
      steps: [{ run: "exit 1" }],
    });
  });

  test("knows from a build what changed and how it ended", () => {
    const paper = paperFrom(STORM);
    const build = buildStep(paper);
    expect(build()).toEqual({ status: 0, output: "changed=true\nrendered=true\nerrors=false\n" });
    expect(build()).toEqual({ status: 0, output: "changed=false\nrendered=false\nerrors=false\n" });
    paper.write("stories/2026/08/calm.md", "---\nheadline: All calm\n---\n");
    expect(build()).toEqual({ status: 0, output: "changed=false\nrendered=false\nerrors=true\n" });
    paper.edit("site.yaml", "zone", "time");
    expect(build()).toEqual({ status: 2, output: "" });
  });

  /** The step of the workflow, in a project of its own. */
  function buildStep(paper: TestPaper) {
    const bash = bashIn(paper);
    const { run = "" } = stepsOf("publish")[buildPosition] as Step;
    return () => bash(run);
  }
});

describe("publishing in shards", () => {
  const jobs: Record<string, Job> = workflow("shards").jobs;
  const run = (id: string) => String(stepsOf("shards").find((step) => step.id === id)?.run);

  test("happens on demand from the main branch, and never while another publishes", () => {
    const { on, concurrency } = workflow("shards");
    expect(on).toBe("workflow_dispatch");
    expect(concurrency).toEqual(workflow("publish").concurrency);
    expect(jobs.record?.if).toBe("github.ref == 'refs/heads/main'");
  });

  test("gives the right to publish to a job that runs nothing of npm's", () => {
    const rights = Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]);
    expect(Object.fromEntries(rights)).toEqual({
      record: undefined,
      shard: undefined,
      merge: undefined,
      deploy: { pages: "write", "id-token": "write" },
      save: {},
      errors: {},
    });
    expect(jobs.deploy?.steps.flatMap(({ run }) => run ?? [])).toEqual([]);
  });

  test("records, shards, merges, deploys and only then saves, for the builds after it", () => {
    const needs = Object.entries(jobs).map(([name, job]) => [name, [job.needs ?? []].flat()]);
    expect(Object.fromEntries(needs)).toEqual({
      record: [],
      shard: ["record"],
      merge: ["record", "shard"],
      deploy: ["merge"],
      save: ["merge", "deploy"],
      errors: ["merge"],
    });
    expect(jobs.save?.if).toContain("needs.deploy.result == 'success'");
    expect(jobs.save?.steps.at(-1)?.with).toEqual(workflow("publish").jobs.save.steps.at(-1).with);
  });

  test("merges what the shards made, and says what changed", async () => {
    const paper = paperFrom(STORM);
    paper.write("stories/2026/08/calm.md", "---\nheadline: All calm\n---\n");
    const bash = bashIn(paper);
    expect(bash(run("record")).status).toBe(0);
    for (const shard of ["1", "2"]) {
      const values = { "matrix.shard": shard, "strategy.job-total": "2" };
      const text = run("shard").replace(
        /\$\{\{ (\S+) \}\}/g,
        (_, name) => values[name as "matrix.shard"],
      );
      expect(bash(text).status).toBe(0);
      const part = join(paper.folder, `parts/part-${shard}`);
      cpSync(join(paper.folder, "part"), part, { recursive: true });
      using database = new DatabaseSync(join(part, "part.sqlite"));
      database.exec("UPDATE pages SET content = 'from a part'");
    }
    const { status, output } = bash(run("merge"));
    expect(output).toBe("changed=true\nrendered=true\nerrors=true\n");
    expect(status).toBe(0);
    expect(paper.page("/2026/08/storm/")).toBe("from a part");
  });
});

/** Runs a step of a workflow in a project of its own; returns what it tells the steps after it. */
function bashIn(paper: TestPaper) {
  copyProject(paper.folder);
  cpSync(join(PROJECT_FOLDER, ".github"), join(paper.folder, ".github"), { recursive: true });
  const file = join(paper.folder, "output.txt");
  return (text: string) => {
    writeFileSync(file, "");
    const { status } = spawnSync("bash", ["-e", "-c", text], {
      cwd: paper.folder,
      env: { ...EDITORS_ENVIRONMENT, RUNNER_TEMP: paper.folder, GITHUB_OUTPUT: file },
      stdio: "ignore",
    });
    return { status, output: readFileSync(file, "utf8") };
  };
}
