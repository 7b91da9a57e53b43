import { once } from "node:events";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { build } from "./build.ts";
import type { BuildReport } from "./build-report.ts";
import { explainFault } from "./explain-fault.ts";
import type { Instant } from "./model/instant.ts";
import { type Paper, readSite } from "./paper.ts";
import { readCodeEditions } from "./render/code-editions.ts";

const LOOPBACK = "127.0.0.1";

/** Serves on this machine alone: a preview shows what nobody else may see. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: LOOPBACK });
  }
}

/**
 * Builds, serves, and builds and reloads again whenever the content changes. Returns when it serves;
 * what it returns ends it.
 */
export async function start(
  paper: Paper,
  now: () => Instant,
  port: number,
  tell: (report: BuildReport) => void,
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const code = readCodeEditions(paper.projectFolder);
  const { site } = await readSite(paper.contentFolder);
  const server = new LoopbackServer("dateline", paper.outputFolder, {
    pathPrefix: `${site?.base ?? ""}/`,
    domDiff: false,
    messageOnStart: ({ localhostUrl }) =>
      `The paper is at ${localhostUrl.replace("localhost", LOOPBACK)}`,
    logger: { info: say, log: say, error: say },
  });
  const queue = new RebuildQueue(async () => {
    const report = await build(paper, now(), { code });
    tell(report);
    if (report.changes.size > 0) server.reload();
  });

  // Before the first build: what is saved meanwhile is built next.
  const files = watch(paper.contentFolder, { ignoreInitial: true });
  opened.defer(() => files.close());
  files.on("all", () => queue.add());
  await once(files, "ready");

  tell(await build(paper, now(), { code }));
  opened.defer(() => server.close());
  server.serve(port);
  await server.ready();
  queue.start();
  opened.defer(() => queue.finish());
  return opened.move();
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const SETTLE_MS = 50;

/** One build at a time; what changes meanwhile waits for the next. */
class RebuildQueue {
  readonly #rebuild: () => Promise<void>;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isStarted = false;

  constructor(rebuild: () => Promise<void>) {
    this.#rebuild = rebuild;
  }

  add(): void {
    this.#isWanted = true;
    this.#runWanted();
  }

  /** From now on what is wanted is built, and what was wanted before. */
  start(): void {
    this.#isStarted = true;
    this.#runWanted();
  }

  async finish(): Promise<void> {
    await this.#running;
  }

  #runWanted(): void {
    if (this.#isStarted && this.#isWanted) this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#isWanted) {
      // Editors write a file in several steps.
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      this.#isWanted = false;
      // A full disk can be emptied, and the next save be built: the server stays.
      await this.#rebuild().catch((error) => say(explainFault(error)));
    }
    this.#running = undefined;
  }
}
