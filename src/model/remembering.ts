/** Enough for what is asked for again soon, however long the archive. */
const MOST = 1_000;

/** A pure function that remembers what it found for the texts it was last asked about. */
export function remembering<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) {
      if (known.size >= MOST) known.clear();
      known.set(text, find(text));
    }
    return known.get(text) as T;
  };
}
