import { hashOfBody } from "../content/inspect-body.ts";
import { type CheckedFolders, readContentFile } from "../content/read-file.ts";
import { splitFrontMatter } from "../content/split-front-matter.ts";
import type { Html } from "../markup/html.ts";
import type { CopiedProps, FeedProps, FeedText } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import { feedText } from "./body-html.ts";

/** Texts below the front matter of files. Feeds of a batch show the same stories: each is read and rendered once. */
export class SourceTexts {
  readonly #contentFolder: string;
  readonly #checked: CheckedFolders = new Set();
  readonly #bodies = new Map<string, string | undefined>();
  readonly #texts = new Map<string, Html>();

  constructor(contentFolder: string) {
    this.#contentFolder = contentFolder;
  }

  /** The text of a page's file; `undefined` if it is no longer the file that was recorded. */
  body({ path, sourceHash }: CopiedProps): string | undefined {
    const file = readContentFile(this.#contentFolder, path, this.#checked);
    return "source" in file && file.hash === sourceHash ? bodyOf(file.source) : undefined;
  }

  /** The text of a story that is kept in its earlier form, if it is still in the file, whatever stands above it. */
  #keptBody(path: string, keptHash: string): string | undefined {
    const file = readContentFile(this.#contentFolder, path, this.#checked);
    const body = "source" in file ? bodyOf(file.source) : undefined;
    return body !== undefined && hashOfBody(body) === keptHash ? body : undefined;
  }

  /** Whether all texts that a feed is to carry are still those that were recorded. */
  hasTextsOf({ items }: FeedProps): boolean {
    return items.every(({ text }) => {
      const mayBeLacking = text === undefined || text.keptHash !== undefined;
      return mayBeLacking || this.#bodyOnce(text) !== undefined;
    });
  }

  /** By the paths of the stories, what feeds carry of their texts. To be asked when all are there. */
  textsOf({ items }: FeedProps, site: Site): ReadonlyMap<string, Html> {
    for (const item of items) {
      const { text } = item;
      if (text === undefined || this.#texts.has(text.path)) continue;
      const body = this.#bodyOnce(text);
      if (body !== undefined) this.#texts.set(text.path, feedText(site, item, text, body));
    }
    return this.#texts;
  }

  #bodyOnce(text: FeedText): string | undefined {
    const { path, keptHash } = text;
    if (!this.#bodies.has(path)) {
      const isKept = keptHash !== undefined;
      this.#bodies.set(path, isKept ? this.#keptBody(path, keptHash) : this.body(text));
    }
    return this.#bodies.get(path);
  }
}

function bodyOf(source: string): string | undefined {
  const split = splitFrontMatter(source);
  return "body" in split ? split.body : undefined;
}
