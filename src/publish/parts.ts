import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { isTruncated } from "../archive/open-archive.ts";
import { openUntouched } from "../archive/open-recorded.ts";
import type { Document } from "../model/document.ts";
import { type Page, queueAddress } from "../model/page.ts";
import { isInShare, type Share } from "../model/share.ts";
import type { StalePage } from "../model/stale-page.ts";

export const PART_FILE = "part.sqlite";

/** What the pages of a part were made with. */
export interface PartMaker {
  readonly edition: string;
  /** That pages show; others may be live by the time of the merge. */
  readonly policies: string;
}

export interface PartPage {
  readonly address: string;
  /** Of what it shows. */
  readonly fingerprint: string;
  readonly content: string;
}

/** The folder holds no part, or a damaged one. */
export class NoPart extends Error {}

/** The pages of the part look otherwise than those of the paper would. */
export class OtherEdition extends Error {}

/**
 * Makes sure that parts are fit for an output.
 * @throws NoPart
 * @throws OtherEdition
 */
export function checkParts(folders: readonly string[], edition: string): void {
  for (const folder of folders) {
    using part = new Part(folder);
    if (part.maker.edition !== edition) throw new OtherEdition(folder);
  }
}

/** Pages that other machines made: a page is taken if it shows what it is to show. */
export class Parts {
  readonly #parts: readonly Part[];

  constructor(folders: readonly string[], policies: string) {
    this.#parts = folders
      .map((folder) => new Part(folder))
      .filter(({ maker }) => maker.policies === policies);
  }

  documentOf({ page, fingerprint }: StalePage): Document | undefined {
    // An opening, which no part holds.
    if (fingerprint === "") return undefined;
    for (const part of this.#parts) {
      const content = part.contentOf(page, fingerprint);
      if (content !== undefined) return { page, fingerprint, content };
    }
    return undefined;
  }

  [Symbol.dispose](): void {
    for (const part of this.#parts) part[Symbol.dispose]();
  }
}

class Part {
  readonly maker: PartMaker;
  readonly #folder: string;
  readonly #share: Share;
  readonly #database: DatabaseSync;

  constructor(folder: string) {
    const file = join(folder, PART_FILE);
    if (!existsSync(file)) throw new NoPart(folder);
    this.#folder = folder;
    this.#database = openUntouched(file);
    const row = this.#read(() => {
      if (isTruncated(this.#database, file)) throw new NoPart(folder);
      return this.#database.prepare("SELECT * FROM part").get();
    });
    this.#share = { number: Number(row?.number), count: Number(row?.count) };
    this.maker = { edition: String(row?.edition), policies: String(row?.policies) };
  }

  contentOf(page: Page, fingerprint: string): string | undefined {
    if (!isInShare(this.#share, queueAddress(page))) return undefined;
    const row = this.#read(() =>
      this.#database
        .prepare("SELECT content FROM pages WHERE address = ? AND fingerprint = ?")
        .get(page.address, fingerprint),
    );
    return row && String(row.content);
  }

  /** SQLite's errors are this part's, and not the archive's. */
  #read<T>(work: () => T): T {
    try {
      return work();
    } catch {
      throw new NoPart(this.#folder);
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}
