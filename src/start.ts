import type { IncomingMessage, ServerResponse } from "node:http";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import type { Changes } from "./archive/changes.ts";
import { build } from "./build.ts";
import type { BuildReport } from "./build-report.ts";
import { explainFault } from "./explain-fault.ts";
import { Hands } from "./hands.ts";
import type { Instant } from "./model/instant.ts";
import { type Paper, readSite } from "./paper.ts";
import { isFilled } from "./publish/output-folder.ts";
import { readCodeEditions } from "./render/code-editions.ts";
import { watchContent } from "./watch-content.ts";

const LOOPBACK = "127.0.0.1";

/** Serves on this machine alone: a preview shows what nobody else may see. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: LOOPBACK });
  }

  /** A page on the web must not read it under a name that leads here, nor end it by an address that can't be read. */
  override async onRequestHandler(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, url = "" } = request;
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "")) refuse(response, 403);
    else if (!isInFolder(url)) refuse(response, 400);
    else await super.onRequestHandler(request, response);
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function isInFolder(url: string): boolean {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0] as string);
    return !path.includes("\0") && !path.split(/[\\/]/).includes("..");
  } catch {
    return false;
  }
}

export interface StartOptions {
  readonly now: () => Instant;
  readonly port: number;
  /** Threads that read and render when there is much of it. */
  readonly threads: number;
  readonly tell: (report: BuildReport) => void;
}

/**
 * Serves what the last preview left, builds, and builds and reloads again whenever the content changes.
 * Returns when what it serves is up to date; what it returns ends it.
 */
export async function start(
  paper: Paper,
  { now, port, threads, tell }: StartOptions,
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const code = readCodeEditions(paper.projectFolder);
  const server = await openServer(paper);
  opened.defer(() => server.close());
  const serve = async () => {
    server.serve(port);
    await server.ready();
  };
  const queue = new BuildQueue(async (saved) => {
    const report = await build(paper, now(), { code, threads, saved, tell });
    if (hasChanges(report.changes)) server.reload();
    return report.isPublished;
  });

  const isServed = isFilled(paper.outputFolder);
  if (isServed) await serve();
  // Before the first build: what is saved meanwhile is built next.
  opened.use(await watchContent(paper.contentFolder, (path) => queue.add(path)));
  await queue.build();
  // What a save needs is loaded now, so that none has to wait for it, and all that is loaded is of one edition.
  await new Hands(threads).prepare();
  if (!isServed) await serve();
  queue.start();
  opened.defer(() => queue.finish());
  return opened.move();
}

async function openServer({ contentFolder, outputFolder }: Paper): Promise<EleventyDevServer> {
  const { site } = await readSite(contentFolder);
  return new LoopbackServer("dateline", outputFolder, {
    pathPrefix: `${site?.base ?? ""}/`,
    domDiff: false,
    messageOnStart: ({ localhostUrl }) =>
      `The paper is at ${localhostUrl.replace("localhost", LOOPBACK)}`,
    logger: { info: say, log: say, error: say },
  });
}

function hasChanges({ added, changed, removed }: Changes): boolean {
  return added + changed + removed > 0;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const SETTLE_MS = 50;

/** Builds what was saved, or all that may have changed, and says whether it is recorded. */
type Build = (saved: ReadonlySet<string> | undefined) => Promise<boolean>;

/** One build at a time; what is saved meanwhile waits for the next. */
class BuildQueue {
  readonly #build: Build;
  #running: Promise<void> | undefined;
  #saved = new Set<string>();
  /** Whether the last build recorded all that was saved before it. */
  #isRecorded = false;
  #isStarted = false;

  constructor(build: Build) {
    this.#build = build;
  }

  add(path: string): void {
    this.#saved.add(path);
    this.#runWanted();
  }

  /** From now on what is saved is built, and what was saved before. */
  start(): void {
    this.#isStarted = true;
    this.#runWanted();
  }

  async finish(): Promise<void> {
    await this.#running;
  }

  async build(): Promise<void> {
    const saved = this.#saved;
    const isKnown = this.#isRecorded && !saved.has("");
    this.#saved = new Set();
    this.#isRecorded = false;
    this.#isRecorded = await this.#build(isKnown ? saved : undefined);
  }

  #runWanted(): void {
    if (this.#isStarted && this.#saved.size > 0) this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#saved.size > 0) {
      // Editors write a file in several steps.
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      // A full disk can be emptied, and the next save be built: the server stays.
      await this.build().catch((error) => say(explainFault(error)));
    }
    this.#running = undefined;
  }
}
