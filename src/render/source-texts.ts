import { type CheckedFolders, readContentFile } from "../content/read-file.ts";
import { splitFrontMatter } from "../content/split-front-matter.ts";
import type { Html } from "../markup/html.ts";
import type { CopiedProps, SourceProps } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import { feedText, type Named } from "./body-html.ts";

/** What carries stories, some of them with their text. */
export interface Carrying {
  readonly items: readonly (Named & { readonly text?: SourceProps })[];
}

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
    if (!("source" in file) || file.hash !== sourceHash) return undefined;
    const split = splitFrontMatter(file.source);
    return "body" in split ? split.body : undefined;
  }

  /** Whether all texts that a feed carries are still those that were recorded. */
  hasTextsOf({ items }: Carrying): boolean {
    return items.every(({ text }) => text === undefined || this.#bodyOnce(text) !== undefined);
  }

  /** By the paths of the stories, what feeds carry of their texts. To be asked when all are there. */
  textsOf({ items }: Carrying, site: Site): ReadonlyMap<string, Html> {
    for (const item of items) {
      const { text } = item;
      if (text === undefined || this.#texts.has(text.path)) continue;
      this.#texts.set(text.path, feedText(site, item, text, this.#bodyOnce(text) as string));
    }
    return this.#texts;
  }

  #bodyOnce(source: CopiedProps): string | undefined {
    const { path } = source;
    if (!this.#bodies.has(path)) this.#bodies.set(path, this.body(source));
    return this.#bodies.get(path);
  }
}
