/** A step of a build. */
export type Step = "read" | "record" | "plan" | "render" | "publish";

/** Shares a build's time among its steps, also where one pulls what another yields: each second counts once. */
export class Stopwatch {
  readonly #seconds: Record<Step, number> = { read: 0, record: 0, plan: 0, render: 0, publish: 0 };
  readonly #running: Step[] = [];
  #since = performance.now();

  get seconds(): Readonly<Record<Step, number>> {
    return { ...this.#seconds };
  }

  run<T>(step: Step, work: () => T): T {
    this.#enter(step);
    const result = work();
    this.#leave();
    return result;
  }

  async runAsync<T>(step: Step, work: () => Promise<T>): Promise<T> {
    this.#enter(step);
    const result = await work();
    this.#leave();
    return result;
  }

  *pull<T>(step: Step, source: Iterable<T>): Generator<T> {
    const values = source[Symbol.iterator]();
    for (;;) {
      const { value, done } = this.run(step, () => values.next());
      if (done) return;
      yield value;
    }
  }

  async *pullAsync<T>(step: Step, source: AsyncIterable<T>): AsyncGenerator<T> {
    const values = source[Symbol.asyncIterator]();
    for (;;) {
      const { value, done } = await this.runAsync(step, () => values.next());
      if (done) return;
      yield value;
    }
  }

  #enter(step: Step): void {
    this.#count();
    this.#running.push(step);
  }

  #leave(): void {
    this.#count();
    this.#running.pop();
  }

  #count(): void {
    const now = performance.now();
    const step = this.#running.at(-1);
    if (step !== undefined) this.#seconds[step] += (now - this.#since) / 1000;
    this.#since = now;
  }
}
