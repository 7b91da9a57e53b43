import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { paperFrom, SITE_YAML, type TestPaper } from "../support/paper-from.ts";
import { ENDPOINT } from "../support/push-service.ts";
import { readerAt } from "../support/reader.ts";
import { CLI, EDITORS_ENVIRONMENT, runDateline } from "../support/run-dateline.ts";
import { serve } from "../support/serve.ts";

const PUSH = "push: https://push.example.org/readers\n";

/** A paper with a story of this very minute. */
function newspaper(settings = PUSH): TestPaper {
  const paper = paperFrom(`
-- stories/2026/11/storm.md --
---
headline: Storm nears
published: ${new Date(Date.now() - 60_000).toISOString()}
---
Winds rise.
`);
  paper.write("site.yaml", SITE_YAML + settings);
  return paper;
}

/** Runs a command while this process serves the paper. */
function run(paper: TestPaper, args: readonly string[]) {
  const options = { cwd: paper.folder, env: EDITORS_ENVIRONMENT };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe("push", () => {
  test("keys are made once", () => {
    const { folder } = newspaper();
    const made = runDateline(folder, ["push", "keys"]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\w-]{87}\n$/) });
    const { code, stderr } = runDateline(folder, ["push", "keys"]);
    expect(stderr).toContain(`There are keys already, in ${join(folder, ".push")}`);
    expect(code).toBe(2);
  });

  test("serves readers until it is ended", async () => {
    const paper = newspaper();
    const { stdout: key } = runDateline(paper.folder, ["push", "keys"]);
    const service = spawn(process.execPath, [CLI, "push", "--port", "0"], {
      cwd: paper.folder,
      env: EDITORS_ENVIRONMENT,
      stdio: ["ignore", "ignore", "pipe"],
    });
    onTestFinished(() => void service.kill("SIGKILL"));
    const url = await addressOf(service);
    expect(await (await fetch(`${url}/key`)).json()).toEqual({ key: key.trim() });
    // Nothing is asked of the internet: the endpoint is refused by its spelling.
    const subscription = readerAt("https://127.0.0.1/1").subscription;
    const refused = await fetch(`${url}/subscribe`, {
      method: "POST",
      headers: { Origin: "https://example.org", "Content-Type": "application/json" },
      body: JSON.stringify({ subscription }),
    });
    expect(refused.status).toBe(422);
    service.kill("SIGTERM");
    expect(await once(service, "exit")).toEqual([0, null]);
  });

  test.each([
    ["site.yaml names no push service. Add a line", ""],
    ["There are no keys in", PUSH],
  ])("without what it needs it says: %s", (sentence, settings) => {
    const { code, stderr } = runDateline(newspaper(settings).folder, ["push"]);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

async function addressOf(service: ChildProcess): Promise<string> {
  let printed = "";
  for await (const chunk of service.stderr ?? []) {
    printed += chunk;
    const [, url] =
      /Pages of https:\/\/example.org can subscribe at (http:\S+\/readers)\n/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`The service has ended: ${printed}`);
}

describe("announce", () => {
  async function published() {
    const paper = newspaper();
    const { url } = await serve(paper.outputFolder);
    const email = "organization: { email: desk@example.org }\n";
    paper.edit("site.yaml", "https://example.org", url);
    paper.write("site.yaml", paper.read("site.yaml") + email);
    await run(paper, ["push", "keys"]);
    await run(paper, ["build"]);
    return paper;
  }

  test("tells once what the last build published, and says so", async () => {
    const paper = await published();
    const first = await run(paper, ["announce", "--json"]);
    expect(first).toMatchObject({ code: 0, stderr: "Storm nears: 0 subscriptions told.\n" });
    expect(JSON.parse(first.stdout)).toEqual({
      announced: [
        {
          address: "/2026/11/storm/",
          headline: "Storm nears",
          told: 0,
          gone: 0,
          refused: 0,
          unreached: 0,
          doubtful: 0,
          waiting: 0,
        },
      ],
      unanswered: [],
      held: [],
      pings: [],
      silentUntil: null,
    });
    const second = await run(paper, ["announce"]);
    expect(second).toMatchObject({ code: 0, stderr: "Nothing new to announce.\n", stdout: "" });
  });

  test("tells of what a build's report has, and ends with 1 where it does not answer", async () => {
    const paper = await published();
    const report = (added: readonly string[]) => {
      writeFileSync(
        join(paper.folder, "report.json"),
        JSON.stringify({ changes: { added, changed: [], removed: [] } }),
      );
      return ["announce", "--changes", "report.json"];
    };
    expect((await run(paper, report([]))).stderr).toBe("Nothing new to announce.\n");
    paper.edit("site.yaml", /^url: .*$/m, "url: http://127.0.0.1:9/");
    await run(paper, ["build"]);
    const { code, stderr } = await run(paper, report(["/2026/11/storm/"]));
    expect(stderr).toBe(
      "/2026/11/storm/ does not answer: bad port.\nRun announce again for what is left.\n",
    );
    expect(code).toBe(1);
  });

  test("tells the hub of feeds that a build changed, without a push service too", async () => {
    const asked: string[] = [];
    const hub = createServer(async (request, response) => {
      asked.push(await text(request));
      response.writeHead(204).end();
    });
    hub.listen(0, "127.0.0.1");
    await once(hub, "listening");
    onTestFinished(() => void hub.close());
    const paper = newspaper(`hub: http://127.0.0.1:${(hub.address() as AddressInfo).port}/\n`);
    const { stdout } = await run(paper, ["build", "--json"]);
    const { changes, ...others } = JSON.parse(stdout);
    changes.added.push("/feed.xml");
    writeFileSync(join(paper.folder, "report.json"), JSON.stringify({ ...others, changes }));
    const { code, stderr } = await run(paper, ["announce", "--changes", "report.json"]);
    expect(stderr).toMatch(/^\d+ changes? told to the hub\.\n$/);
    expect(code).toBe(0);
    const form = new URLSearchParams(asked[0]);
    expect(form.get("hub.mode")).toBe("publish");
    expect(form.getAll("hub.url")).toContain("https://example.org/feed.xml");
  });

  test.each([
    ["No build left anything in", []],
    ["report.json is not what a build prints with --json", ["--changes", "report.json"]],
  ])("%s: it ends with 2", (sentence, flags) => {
    const paper = newspaper();
    writeFileSync(join(paper.folder, "report.json"), ENDPOINT);
    const { code, stderr } = runDateline(paper.folder, ["announce", ...flags]);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});
