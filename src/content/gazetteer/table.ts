import { readFileSync } from "node:fs";

/** A file of lines whose first column is a folded name, sorted by its bytes. */
export class Table {
  readonly #file: URL;
  #bytes: Buffer | undefined;

  /** @param name of a file beside this one. It is read when it is first asked. */
  constructor(name: string) {
    this.#file = new URL(name, import.meta.url);
  }

  /** The other columns of each line with a name. */
  rowsOf(name: string): string[][] {
    this.#bytes ??= readFileSync(this.#file);
    const bytes = this.#bytes;
    const start = Buffer.from(`${name}\t`);
    const rows: string[][] = [];
    for (let line = firstNotBefore(bytes, start); isAt(bytes, line, start); ) {
      const end = bytes.indexOf(LINE_FEED, line);
      rows.push(bytes.toString("utf8", line + start.length, end).split("\t"));
      line = end + 1;
    }
    return rows;
  }
}

const LINE_FEED = 10;

/** The first line not before one that begins with `start`. The bytes are searched as they are: for one story few are looked at. */
function firstNotBefore(bytes: Buffer, start: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = middle === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, middle - 1) + 1;
    if (compareAt(bytes, line, start) < 0) low = bytes.indexOf(LINE_FEED, line) + 1;
    else high = line;
  }
  return low;
}

function isAt(bytes: Buffer, line: number, start: Buffer): boolean {
  return line < bytes.length && compareAt(bytes, line, start) === 0;
}

function compareAt(bytes: Buffer, line: number, start: Buffer): number {
  const end = Math.min(line + start.length, bytes.length);
  return bytes.compare(start, 0, start.length, line, end);
}
