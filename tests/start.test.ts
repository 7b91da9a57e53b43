import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { copyProject } from "./support/copy-project.ts";
import { git } from "./support/git.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";
import { CLI, EDITORS_ENVIRONMENT } from "./support/run-dateline.ts";

const DRAFT = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
status: draft
---
Winds rise.
`;
const STORM = "stories/2026/08/storm.md";

type Command = [string, ...string[]];
type Environment = Readonly<Record<string, string>>;

const START: Command = [process.execPath, CLI, "start", "--port", "0"];

/** A running preview, as an editor has it in a terminal and in a browser. */
class Preview {
  readonly process: ChildProcess;
  printed = "";

  constructor(paper: TestPaper, [command, ...args]: Command, environment: Environment) {
    // A process group of its own, which Ctrl-C would end as a whole.
    this.process = spawn(command, args, {
      cwd: paper.folder,
      detached: true,
      env: { ...EDITORS_ENVIRONMENT, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.process.stderr?.on("data", (chunk) => {
      this.printed += chunk;
    });
  }

  /** Waits until the terminal shows a text. */
  async shows(sought: string | RegExp): Promise<string> {
    return await eventually(async () => this.#printedSoFar(sought), sought);
  }

  #printedSoFar(sought: string | RegExp): string {
    if (this.process.exitCode !== null && !isIn(this.printed, sought))
      throw new Error(`The preview has ended:\n${this.printed}`);
    return this.printed;
  }

  async address(): Promise<string> {
    const shown = await this.shows(/The paper is at \S+\n/);
    return /The paper is at (\S+)\/\n/.exec(shown)?.[1] as string;
  }

  /** Waits until the browser shows a text. */
  async serves(path: string, sought: string | RegExp): Promise<string> {
    const address = await this.address();
    return await eventually(() => visit(address + path), sought);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return exitCode;
    const exit = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    process.kill(-(this.process.pid as number), signal);
    return await exit;
  }
}

/** The test's own time limit is the only one. */
async function eventually(see: () => Promise<string>, sought: string | RegExp): Promise<string> {
  for (;;) {
    const seen = await see();
    if (isIn(seen, sought)) return seen;
    await sleep(20);
  }
}

function isIn(text: string, sought: string | RegExp): boolean {
  return typeof sought === "string" ? text.includes(sought) : sought.test(text);
}

function preview(
  files: string,
  prepare: (paper: TestPaper) => Command = () => START,
): { paper: TestPaper; running: Preview } {
  const paper = paperFrom(files);
  return { paper, running: previewOf(paper, prepare(paper)) };
}

function previewOf(paper: TestPaper, command = START, environment: Environment = {}): Preview {
  const running = new Preview(paper, command, environment);
  onTestFinished(async () => {
    await running.end("SIGKILL");
  });
  return running;
}

describe("the preview", () => {
  test("shows a draft under a banner, on a page that reloads itself", async () => {
    const { running } = preview(DRAFT);
    const page = await running.serves("/2026/08/storm/", "Winds rise.");
    expect(page).toContain("This story is a draft: readers cannot see it.");
    const [, script = ""] = / src="(\/\.11ty\/[^"]+)"/.exec(page) ?? [];
    await running.serves(script, "new WebSocket(");
  });

  test("is on the loopback address and no other", async () => {
    const { running } = preview(DRAFT);
    const { hostname, port } = new URL(await running.address());
    expect(hostname).toBe("127.0.0.1");
    expect(await answers(hostname, port)).toBe(true);
    const others = [
      ...Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []),
      ...(process.platform === "linux" ? [{ address: "127.0.0.2" }] : []),
    ].filter(({ address }) => address !== hostname);
    for (const { address } of others) expect(await answers(address, port)).toBe(false);
  });

  test.each([
    [200, "/", "localhost"],
    [403, "/", "evil.example"],
    [400, "/100%", "127.0.0.1"],
    [400, "/..%2fx", "127.0.0.1"],
  ])("answers %i to %j, asked for at %s", async (status, path, host) => {
    const { running } = preview(DRAFT);
    const { port } = new URL(await running.address());
    expect(await statusOf(port, path, host)).toBe(status);
    expect(await statusOf(port, "/2026/08/storm/", `127.0.0.1:${port}`)).toBe(200);
  });

  test("has an output and a cache of its own, so that no draft comes near readers", async () => {
    const { paper, running } = preview(DRAFT);
    await running.address();
    expect(existsSync(join(paper.cacheFolder, "start/archive.sqlite"))).toBe(true);
    expect(existsSync(join(paper.cacheFolder, "archive.sqlite"))).toBe(false);
    expect(existsSync(paper.outputFolder)).toBe(false);
  });

  test("shows at once what is saved, and a new story", async () => {
    const { paper, running } = preview(DRAFT);
    await running.serves("/2026/08/storm/", "Winds rise.");
    const reloads = await reloadMessages(running);
    paper.edit(STORM, "Winds rise.", "Winds rise fast.");
    await running.serves("/2026/08/storm/", "Winds rise fast.");
    await eventually(async () => reloads.join(), "eleventy.reload");

    paper.write("stories/2026/09/calm.md", paper.read(STORM).replace("Storm nears", "All calm"));
    await running.serves("/latest/", "All calm");
  });

  test("reloads an open page when its new text is there", async () => {
    const { paper, running } = preview(DRAFT);
    const reload = reloadMessage(await running.address());
    await reload.isOpen;
    paper.edit(STORM, "Winds rise.", "Winds rise fast.");
    await reload.isTold;
    expect(await visit(`${await running.address()}/2026/08/storm/`)).toContain("Winds rise fast.");
  });

  test("serves what the last one left before it looks for changes", async () => {
    const { paper, running } = preview(DRAFT);
    await running.serves("/2026/08/storm/", "Winds rise.");
    expect(await running.end("SIGINT")).toBe(0);
    paper.edit(STORM, "Winds rise.", "Winds fall.");
    const again = previewOf(paper);
    expect(await again.shows("rendered")).toMatch(/^The paper is at .*\n\d+ pages rendered/);
    await again.serves("/2026/08/storm/", "Winds fall.");
  });

  test("asks Git nothing of what is saved, be it a new story", async () => {
    const trace = join(tmpdir(), `dateline-git-${process.pid}`);
    onTestFinished(() => rmSync(trace, { force: true }));
    const paper = paperFrom(DRAFT);
    git(paper.folder, "init", "-q");
    const running = previewOf(paper, START, { GIT_TRACE: trace });
    await running.serves("/2026/08/storm/", "Winds rise.");
    const asked = readFileSync(trace, "utf8");
    paper.edit(STORM, "Winds rise.", "Winds fall.");
    await running.serves("/2026/08/storm/", "Winds fall.");
    expect(readFileSync(trace, "utf8")).toBe(asked);
    paper.write("stories/2026/08/calm.md", paper.read(STORM).replace("Storm nears", "All calm"));
    await running.serves("/latest/", "All calm");
    expect(readFileSync(trace, "utf8")).toBe(asked);
  });

  test("shows an error in the terminal, keeps the page and goes on", async () => {
    const { paper, running } = preview(DRAFT);
    await running.address();
    paper.edit(STORM, "headline", "hedline");
    await running.shows("storm.md:2:1 error key-unknown");
    await running.shows("still published in its earlier form");
    await running.serves("/2026/08/storm/", "Storm nears");
    paper.edit(STORM, "hedline: Storm nears", "headline: Storm hits");
    await running.serves("/2026/08/storm/", "Storm hits");
  });

  test("waits where the machine is at fault", async () => {
    const { paper, running } = preview(DRAFT);
    await running.address();
    renameSync(paper.contentFolder, `${paper.contentFolder}.away`);
    await running.shows("Name the newsroom's with --content.");
    renameSync(`${paper.contentFolder}.away`, paper.contentFolder);
    paper.edit(STORM, "Winds rise.", "Winds fall.");
    await running.serves("/2026/08/storm/", "Winds fall.");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("ends with %s, without a word", async (signal) => {
    const { running } = preview(DRAFT);
    const address = await running.address();
    await reloadMessages(running);
    const { printed } = running;
    expect(await running.end(signal)).toBe(0);
    expect(running.printed).toBe(printed);
    await expect(visit(address)).rejects.toThrow();
  });
});

test("npm start shows a changed layout too", async () => {
  const { paper, running } = preview(DRAFT, ({ folder }) => {
    copyProject(folder);
    return ["npm", "start", "--", "--port", "0"];
  });
  await running.serves("/2026/08/storm/", "Winds rise.");
  const layout = join(paper.folder, "layouts/parts/page-footer.ts");
  writeFileSync(layout, readFileSync(layout, "utf8").replace('"Latest updates"', '"News"'));
  const printed = await running.shows("Everything is made again, because of layouts/");
  running.printed = printed.slice(printed.lastIndexOf("The paper is at"));
  await running.serves("/2026/08/storm/", "News</a>");
});

/** What a browser gets that goes to an address. `fetch` would say that it is none. */
async function visit(url: string): Promise<string> {
  const [response] = (await once(get(url), "response")) as [IncomingMessage];
  return await text(response);
}

function answers(host: string, port: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}

async function statusOf(port: string, path: string, host: string): Promise<number | undefined> {
  const asked = get({ host: "127.0.0.1", port, path, headers: { host } });
  const [response]: [IncomingMessage] = (await once(asked, "response")) as never;
  response.resume();
  return response.statusCode;
}

/** The first word of the server that an open page is to be loaded again. */
function reloadMessage(address: string): { isOpen: Promise<void>; isTold: Promise<void> } {
  const socket = new WebSocket(address.replace("http", "ws"));
  const isOpen = once(socket, "open").then(() => {});
  const isTold = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => String(data).includes("eleventy.reload") && resolve();
  });
  return { isOpen, isTold };
}

/** What the server tells an open page. */
async function reloadMessages(running: Preview): Promise<string[]> {
  const messages: string[] = [];
  const socket = new WebSocket((await running.address()).replace("http", "ws"));
  socket.onmessage = ({ data }) => messages.push(String(data));
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  return messages;
}
