import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { Piscina } from "piscina";
import type { Reading } from "./model/reading.ts";
import type { PartPage } from "./publish/parts.ts";
import type { StagedPage } from "./publish/stage-document.ts";
import type { MakeTask, ReadTask, RenderOrder } from "./work.ts";

/** Fewer files and pages than this are done sooner than workers have loaded what they need. */
export const WORTH_WORKERS = 1_000;

/** Each worker has so many tasks before it that it need not wait for this thread. */
const TASKS_AHEAD = 6;

/** How many times that many results may wait for an earlier one, before this thread waits too. */
const RESULTS_AHEAD = 3;

/** Does the work of a build: in this thread, and in a worker for each further core once there is enough of it. */
export class Hands {
  readonly #workers: number;
  readonly #isToRender: boolean;
  #expected = 0;
  #pool: Promise<Piscina> | undefined;
  /** When every thread has loaded what renders. */
  #loaded: Promise<void> | undefined;

  constructor(threads: number, { isToRender = false } = {}) {
    this.#workers = threads - 1;
    this.#isToRender = isToRender;
  }

  /** Says that so many more files or pages are coming. */
  expect(count: number): void {
    this.#expected += count;
    if (this.hasEnough && this.#workers > 0) this.#pool ??= startPool(this.#workers);
  }

  /** Whether there is enough to do for workers. */
  get hasEnough(): boolean {
    return this.#expected >= WORTH_WORKERS;
  }

  #startLoading(): Promise<void> {
    this.#loaded ??= this.#loadAll();
    return this.#loaded;
  }

  /**
   * Nearly all that rendering makes is garbage at once: V8 would let the heap grow to many times what is alive. It is
   * told when all code is loaded: with other flags it refuses what it has compiled.
   */
  async #loadAll(): Promise<void> {
    const there = Array.from({ length: this.#workers }, () =>
      this.#runThere("prepareEleventy", undefined),
    );
    await Promise.all([
      import("./publish-queued.ts"),
      (await import("./work.ts")).prepareEleventy(),
      ...there,
    ]);
    setFlagsFromString("--heap-growing-percent=60");
  }

  /** Loads what publishes, and what renders where this thread is to do it. */
  async prepare(): Promise<void> {
    await import("./publish-queued.ts");
    if (this.#pool === undefined) await (await import("./work.ts")).prepareEleventy();
  }

  /** Says that no more files are coming: while this thread records them, workers load what renders. */
  endReading(): void {
    if (this.#isToRender && this.hasEnough) this.#startLoading().catch(() => {});
  }

  readFiles(tasks: Iterable<ReadTask>): AsyncGenerator<Reading[]> {
    return this.#inOrder("readFiles", tasks);
  }

  makePages(tasks: Iterable<MakeTask>): AsyncGenerator<StagedPage[]> {
    return this.#inOrder("makePages", tasks);
  }

  renderForPart(orders: Iterable<RenderOrder>): AsyncGenerator<PartPage[]> {
    return this.#inOrder("renderForPart", orders);
  }

  /**
   * Yields results in the order of the tasks, which are taken only as results are asked for. While the
   * workers have enough to do and the next result is not there, this thread does a task itself.
   */
  async *#inOrder<Task, Result>(work: Work, tasks: Iterable<Task>): AsyncGenerator<Result> {
    const source = tasks[Symbol.iterator]();
    const jobs: Job<Result>[] = [];
    const start = (run: (work: Work, task: Task) => Promise<Result>): Job<Result> | undefined => {
      const { value, done } = source.next();
      return done ? undefined : jobs[jobs.push(new Job(run(work, value))) - 1];
    };
    try {
      if (work !== "readFiles" && this.hasEnough) await this.#startLoading();
      for (;;) {
        const ahead = this.#pool === undefined ? 0 : this.#workers * TASKS_AHEAD;
        while (jobs.filter(isUnderWay).length < ahead && start(this.#runThere));
        const [first] = jobs;
        const isLate =
          first === undefined || (!first.isDone && jobs.length <= RESULTS_AHEAD * ahead);
        const own = isLate ? start(runHere) : undefined;
        if (own !== undefined) await own.settled;
        else if (first === undefined) return;
        else yield await (jobs.shift() as Job<Result>).result;
      }
    } finally {
      // Whoever asked has given up: the others' failures are nobody's any more.
      await Promise.all(jobs.map(({ settled }) => settled));
    }
  }

  readonly #runThere = async <Task, Result>(
    work: Work | "prepareEleventy",
    task: Task,
  ): Promise<Result> => (await (this.#pool as Promise<Piscina>)).run(task, { name: work });

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#pool)?.destroy();
  }
}

type Work = "readFiles" | "makePages" | "renderForPart";

async function runHere<Task, Result>(work: Work, task: Task): Promise<Result> {
  const { [work]: run } = await import("./work.ts");
  const result = await run(task as never);
  // Lets what the workers have brought meanwhile arrive.
  await setImmediate();
  return result as Result;
}

class Job<Result> {
  readonly result: Promise<Result>;
  /** When the result is there, or its failure. */
  readonly settled: Promise<void>;
  isDone = false;

  constructor(result: Promise<Result>) {
    this.result = result;
    const note = () => {
      this.isDone = true;
    };
    this.settled = result.then(note, note);
  }
}

function isUnderWay({ isDone }: Job<unknown>): boolean {
  return !isDone;
}

/** Loaded when there is something to do: most builds have little, and wait for nothing that they don't need. */
async function startPool(workers: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: new URL("./worker.ts", import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: TASKS_AHEAD,
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 },
  });
}
