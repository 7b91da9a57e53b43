import { WORTH_WORKERS } from "./hands.ts";
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

/** Characters that a batch of pages shows, at most: what is on its way must fit into memory, however long the lists are. */
const LARGEST_BATCH = 2_000_000;

/** Of a small batch little outlives its pages: V8 has half as much to collect. */
const SMALL_BATCH = 300_000;

/** @param pages that are to be made: for few of them, to start Eleventy again takes longer than what V8 collects. */
export function pagesCapacity(pages: number): number {
  return pages < WORTH_WORKERS ? LARGEST_BATCH : SMALL_BATCH;
}

/** A page has a frame and often a text, beside what the archive knows of it. */
export function weightOfPage({ page, props }: StalePage): number {
  // A picture takes long, and more memory than many pages.
  if (["rendition", "share-image", "icon"].includes(page.kind)) return LARGEST_BATCH / 6;
  // Drawn from the outlines of the world.
  if (page.kind === "map") return LARGEST_BATCH / 50;
  // Fifty texts, or those of a day, which their props only name.
  if (page.kind === "feed") return props.length + 60_000;
  if (page.kind === "ninjs") return props.length * 3;
  return props.length + 4_000;
}
