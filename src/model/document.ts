import type { Page } from "./page.ts";

/** A rendered page, or a file to be copied, on its way to readers. */
export interface Document {
  readonly page: Page;
  /** Of what it shows; empty where another version follows in the same build. */
  readonly fingerprint: string;
  readonly content: string | CopiedFile;
  /** Absent where it was not rendered now. */
  readonly rendering?: Rendering | undefined;
}

export interface Rendering {
  /** The file that made the page: `layouts/story.ts`. */
  readonly layout: string;
  /** In the layout, and in the Markdown of the page's text. */
  readonly seconds: number;
}

export interface CopiedFile {
  /** Absolute path. */
  readonly file: string;
  /** SHA-256 that its bytes had when it was read. */
  readonly hash: string;
}
