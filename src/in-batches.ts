/** Divides what comes into arrays of at most `length`; what `isApart` from the batch so far begins another. */
export function* inBatches<T>(
  source: Iterable<T>,
  length: number,
  isApart: (value: T, batch: readonly T[]) => boolean = () => false,
): Generator<T[]> {
  let batch: T[] = [];
  for (const value of source) {
    if (batch.length === length || isApart(value, batch)) {
      yield batch;
      batch = [];
    }
    batch.push(value);
  }
  if (batch.length > 0) yield batch;
}
