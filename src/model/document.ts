import type { Page } from "./page.ts";

/** A rendered page, or a file to be copied, on its way to readers. */
export interface Document {
  readonly page: Page;
  /** Of what it shows; empty where another version follows in the same build. */
  readonly fingerprint: string;
  readonly content: string | CopiedFile;
}

export interface CopiedFile {
  /** Absolute path. */
  readonly file: string;
  /** SHA-256 that its bytes had when it was read. */
  readonly hash: string;
}
