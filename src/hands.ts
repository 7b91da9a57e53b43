import type { Piscina } from "piscina";
import type { Reading } from "./model/reading.ts";
import type { StagedPage } from "./publish/stage-document.ts";
import type { MakeTask, ReadTask } from "./work.ts";

/** Fewer files or pages than this are done sooner than workers have started. */
const WORTH_WORKERS = 1_000;

/** Does the work of a build: in this thread, and in one worker a core once there is enough of it. */
export class Hands {
  readonly #workers: number;
  #expected = 0;
  #pool: Promise<Piscina> | undefined;

  constructor(workers: number) {
    this.#workers = workers;
  }

  /**
   * Works on several tasks at a time and yields their results in the order of the tasks, which are taken
   * only as results are asked for: with two for each worker under way, nobody waits for work.
   */
  async *inOrder<Task, Result>(
    tasks: Iterable<Task>,
    work: (task: Task) => Promise<Result>,
  ): AsyncGenerator<Result> {
    const underWay: Promise<Result>[] = [];
    try {
      for (const task of tasks) {
        underWay.push(work(task));
        const atOnce = this.#pool === undefined ? 1 : this.#workers * 2;
        if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<Result>);
      }
      while (underWay.length > 0) yield await (underWay.shift() as Promise<Result>);
    } finally {
      // Whoever asked has given up: the others' failures are nobody's any more.
      await Promise.allSettled(underWay);
    }
  }

  /** Says that so many more files or pages are coming. */
  expect(count: number): void {
    this.#expected += count;
    if (this.#workers > 1 && this.#expected >= WORTH_WORKERS)
      this.#pool ??= startPool(this.#workers);
  }

  /** Loads what renders, where this thread is to do it. */
  async prepare(): Promise<void> {
    if (this.#pool === undefined) await (await import("./work.ts")).prepare();
  }

  async readFiles(task: ReadTask): Promise<Reading[]> {
    if (this.#pool !== undefined) return (await this.#pool).run(task, { name: "readFiles" });
    return (await import("./work.ts")).readFiles(task);
  }

  async makePages(task: MakeTask): Promise<StagedPage[]> {
    if (this.#pool !== undefined) return (await this.#pool).run(task, { name: "makePages" });
    return (await import("./work.ts")).makePages(task);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#pool)?.destroy();
  }
}

/** Loaded when there is something to do: most builds have little, and wait for nothing that they don't need. */
async function startPool(workers: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: new URL("./worker.ts", import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 },
  });
}
