/** A text that fits, or its beginning, to the end of a word where it has words. */
export function shortened(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  const room = new Uint8Array(Math.max(0, bytes - byteLength("…")));
  const { read } = new TextEncoder().encodeInto(text, room);
  const start = text.slice(0, read);
  return `${text[read] === " " ? start : start.replace(/ [^ ]*$/, "")}…`;
}

/** In UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
