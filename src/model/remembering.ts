/** Enough for what is asked for again soon, however long the archive: for every minute of a day, say. */
const MOST = 4_000;

/** A pure function that remembers what it found for what it was last asked about. */
export function remembering<Key extends string | number, T>(
  find: (key: Key) => T,
): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as T;
    if (known.size >= MOST) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
