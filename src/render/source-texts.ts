import { hashOfBody } from "../content/inspect-body.ts";
import { type CheckedFolders, readContentFile } from "../content/read-file.ts";
import { splitFrontMatter } from "../content/split-front-matter.ts";
import { splitLiveBlog } from "../content/split-live-blog.ts";
import type { Html } from "../markup/html.ts";
import type { LiveTextProps } from "../model/live-props.ts";
import type { CopiedProps, FeedText } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import { feedText, type Named } from "./body-html.ts";
import { liveFeedText } from "./live-texts.ts";

/** What tells which text, as it was recorded, a page shows of a file. */
type Text = CopiedProps | LiveTextProps | FeedText;

/** What carries stories, some of them with their text. */
export interface Carrying {
  readonly items: readonly (Named & { readonly text?: FeedText })[];
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
  body(text: Text): string | undefined {
    const file = readContentFile(this.#contentFolder, text.path, this.#checked);
    if (!("source" in file)) return undefined;
    const split = splitFrontMatter(file.source);
    return "body" in split && isRecorded(text, split.body, file.hash) ? split.body : undefined;
  }

  /** Whether all texts that a feed is to carry are still those that were recorded. */
  hasTextsOf({ items }: Carrying): boolean {
    return items.every(({ text }) => {
      const mayBeLacking = text === undefined || text.keptHash !== undefined;
      return mayBeLacking || this.#bodyOnce(text) !== undefined;
    });
  }

  /** By the paths of the stories, what feeds carry of their texts. To be asked when all are there. */
  textsOf({ items }: Carrying, site: Site): ReadonlyMap<string, Html> {
    for (const item of items) {
      const { text } = item;
      if (text === undefined || this.#texts.has(text.path)) continue;
      const body = this.#bodyOnce(text);
      if (body === undefined) continue;
      this.#texts.set(
        text.path,
        "posts" in text ? liveFeedText(site, item, text, body) : feedText(site, item, text, body),
      );
    }
    return this.#texts;
  }

  #bodyOnce(text: FeedText): string | undefined {
    const { path } = text;
    if (!this.#bodies.has(path)) this.#bodies.set(path, this.body(text));
    return this.#bodies.get(path);
  }
}

/** Of a story that is kept in its earlier form and of a live blog, what is to be shown counts, not the file. */
function isRecorded(text: Text, body: string, fileHash: string): boolean {
  if ("posts" in text) return hasParts(body, text);
  const keptHash = "keptHash" in text ? text.keptHash : undefined;
  return keptHash === undefined ? text.sourceHash === fileHash : keptHash === hashOfBody(body);
}

/** Whether a text has all the parts that are to be shown, as they were recorded. */
function hasParts(body: string, { intro, posts }: LiveTextProps): boolean {
  const parts = splitLiveBlog(body);
  const hashes = new Set(parts.posts.map(({ hash }) => hash));
  return (
    (intro === undefined || intro === parts.intro.hash) &&
    posts.every(({ hash }) => hashes.has(hash))
  );
}
