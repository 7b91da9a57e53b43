import type { StalePage } from "./model/stale-page.ts";

interface Batching<T> {
  /** How much of the capacity a value takes: 1, if it is not told. */
  readonly weightOf?: (value: T) => number;
  /** Whether a value can't be in a batch with the one before it. */
  readonly isApart?: (value: T, before: T) => boolean;
}

/** Divides what comes into arrays; one that has reached its capacity is complete. */
export function* inBatches<T>(
  source: Iterable<T>,
  capacity: number,
  { weightOf = () => 1, isApart = () => false }: Batching<T> = {},
): Generator<T[]> {
  let batch: T[] = [];
  let weight = 0;
  for (const value of source) {
    const last = batch.at(-1);
    if (weight >= capacity || (last !== undefined && isApart(value, last))) {
      yield batch;
      batch = [];
      weight = 0;
    }
    batch.push(value);
    weight += weightOf(value);
  }
  if (batch.length > 0) yield batch;
}

/** Characters that a batch of pages shows, at most: all of it must fit into memory, and V8 has less to collect where little outlives it. */
export const PAGES_CAPACITY = 300_000;

/** A page has a frame and often a text, beside what the archive knows of it. */
export function weightOfPage({ page, props }: StalePage): number {
  // There are four, each drawn as long as a hundred pages.
  if (page.kind === "icon") return PAGES_CAPACITY;
  // A picture takes long, and more memory than many pages.
  if (page.kind === "rendition" || page.kind === "share-image") return PAGES_CAPACITY / 6;
  // Drawn from the outlines of the world.
  if (page.kind === "map") return PAGES_CAPACITY / 8;
  // Fifty texts, or those of a day, which their props only name.
  if (page.kind === "feed") return props.length + 60_000;
  if (page.kind === "ninjs") return props.length * 3;
  return props.length + 4_000;
}
