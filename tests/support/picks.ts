import type { Newsroom } from "./newsroom.ts";

/** What an edit did, for whoever reads of a failure; `undefined` where it could do nothing. */
export type Edit = (room: Newsroom, picks: Picks) => string | undefined;

/** Draws from lists by the numbers of a random edit. */
export class Picks {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** `undefined` of an empty list alone. */
  from<T>(list: readonly T[]): T {
    const number = this.#numbers[this.#next++ % this.#numbers.length] as number;
    return list[number % list.length] as T;
  }

  some<T>(list: readonly T[], most: number): T[] {
    const count = this.from([...Array(most + 1).keys()]);
    return [...new Set(Array.from({ length: count }, () => this.from(list)))];
  }
}
