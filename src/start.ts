import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { build } from "./build.ts";
import type { BuildReport } from "./build-report.ts";
import type { Instant } from "./model/instant.ts";
import { type Paper, readSite } from "./paper.ts";

/** Serves on this machine alone: a preview shows what nobody else may see. */
class LoopbackServer extends EleventyDevServer {
  override _serverListen(port: number): void {
    this.server.listen({ port, host: "127.0.0.1" });
  }
}

/** Builds, serves, and builds and reloads again whenever the content changes. Returns when it serves. */
export async function start(
  paper: Paper,
  now: () => Instant,
  port: number,
  tell: (report: BuildReport) => void,
): Promise<void> {
  tell(await build(paper, now()));
  const { site } = readSite(paper.contentFolder);
  const server = new LoopbackServer("dateline", paper.outputFolder, {
    pathPrefix: `${site?.base ?? ""}/`,
    domDiff: false,
    messageOnStart: ({ localhostUrl }) => `The paper is at ${localhostUrl}`,
    logger: { info: say, log: say, error: say },
  });
  server.serve(port);
  await server.ready();

  const queue = new RebuildQueue(async () => {
    const report = await build(paper, now());
    tell(report);
    if (report.changes.size > 0) server.reload();
  });
  watch(paper.contentFolder, { ignoreInitial: true }).on("all", () => queue.add());
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const SETTLE_MS = 50;

/** One build at a time; what changes meanwhile waits for the next. */
class RebuildQueue {
  readonly #rebuild: () => Promise<void>;
  #isRunning = false;
  #isWanted = false;

  constructor(rebuild: () => Promise<void>) {
    this.#rebuild = rebuild;
  }

  add(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isWanted) {
      // Editors write a file in several steps.
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      this.#isWanted = false;
      await this.#rebuild();
    }
    this.#isRunning = false;
  }
}
