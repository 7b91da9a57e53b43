import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../model/address.ts";

/** How many answers are remembered: nearly all that the next page links to is among them. */
const RECENT = 20_000;

/** What stands in an output folder. */
export class OutputFiles {
  readonly folder: string;
  readonly #standing = new Map<string, boolean>();
  readonly #ids = new Map<string, ReadonlySet<string>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether readers get a file at an address. */
  has(address: string): boolean {
    return remembered(this.#standing, address, RECENT, () => {
      const file = statSync(this.#pathOf(address), { throwIfNoEntry: false });
      return file?.isFile() === true;
    });
  }

  /** What fragments of links to a page may name. */
  idsOf(address: string): ReadonlySet<string> {
    return remembered(this.#ids, address, RECENT / 100, () => {
      const ids = this.read(address).matchAll(/\sid="([^"]+)"/g);
      return new Set(Array.from(ids, ([, id = ""]) => id));
    });
  }

  read(address: string): string {
    return readFileSync(this.#pathOf(address), "utf8");
  }

  #pathOf(address: string): string {
    return join(this.folder, outputFile(address));
  }
}

function remembered<T>(known: Map<string, T>, key: string, most: number, ask: () => T): T {
  const answer = known.get(key) ?? ask();
  if (known.size >= most) known.clear();
  known.set(key, answer);
  return answer;
}
