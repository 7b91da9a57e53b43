/** Enough for what is asked for again soon, however long the archive. */
const MOST = 1_000;

/** A pure function that remembers what it found for what it was last asked about. */
export function remembering<Key extends string | number, T>(
  find: (key: Key) => T,
): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    if (!known.has(key)) {
      if (known.size >= MOST) known.clear();
      known.set(key, find(key));
    }
    return known.get(key) as T;
  };
}
