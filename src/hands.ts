import { Piscina } from "piscina";
import type { Reading } from "./model/reading.ts";
import type { StagedPage } from "./publish/stage-document.ts";
import { type MakeTask, makePages, type ReadTask, readFiles } from "./work.ts";

/** Fewer files or pages than this are done sooner than workers have started. */
const WORTH_WORKERS = 1_000;

/** Does the work of a build: in this thread, and in one worker a core once there is enough of it. */
export class Hands {
  readonly #workers: number;
  #expected = 0;
  #pool: Piscina | undefined;

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
    if (this.#pool !== undefined || this.#workers === 1 || this.#expected < WORTH_WORKERS) return;
    this.#pool = new Piscina({
      filename: new URL("./work.ts", import.meta.url).href,
      minThreads: this.#workers,
      maxThreads: this.#workers,
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 },
    });
  }

  async readFiles(task: ReadTask): Promise<Reading[]> {
    return this.#pool === undefined ? readFiles(task) : this.#pool.run(task, { name: "readFiles" });
  }

  async makePages(task: MakeTask): Promise<StagedPage[]> {
    return this.#pool === undefined ? makePages(task) : this.#pool.run(task, { name: "makePages" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool?.destroy();
  }
}
