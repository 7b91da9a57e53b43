import type { ShownPicture } from "../model/picture.ts";
import { runInDateline } from "./dateline.ts";
import { type PagePart, placeHeadings } from "./headings.ts";
import { type Html, html, trustedHtml } from "./html.ts";
import { placeLinks } from "./links.ts";
import { markdown, parseMarkdown } from "./parse-markdown.ts";
import { placePictures } from "./pictures.ts";
import { shapeDirectives } from "./shape-directives.ts";
import { shapeTables } from "./shape-tables.ts";

export interface BodyContext {
  readonly dateline?: string;
  /** Address inside the paper as `inspectMarkdown` found it, to what stands in `href`. */
  readonly links: Readonly<Record<string, string>>;
  /** By path inside content/media/ as `inspectMarkdown` found it; addresses as they stand in `src`. */
  readonly pictures: Readonly<Record<string, ShownPicture>>;
  /** URL of the page that the text is on, where it is read elsewhere: links to its own headings and notes lead there. */
  readonly pageUrl?: string;
  /** Where the text is one of several on its page. */
  readonly part?: PagePart & {
    /** Ids elsewhere on the page to which it may link. */
    readonly anchors: readonly string[];
  };
}

export function renderMarkdown(source: string, context: BodyContext): Html {
  const { dateline, links, pictures, pageUrl, part } = context;
  const parsed = parseMarkdown(source);
  // Before the directives, which hide from it what is inside them.
  const filed = dateline === undefined ? parsed : runInDateline(parsed, dateline);
  const tokens = shapeTables(shapeDirectives(filed));
  const ids = placeHeadings(tokens, part);
  placePictures(tokens, pictures);
  placeLinks(tokens, links, new Set([...ids, ...(part?.anchors ?? [])]));
  const env = part === undefined ? {} : { docId: part.id };
  const text = markdown.renderer.render(tokens, markdown.options, env);
  if (pageUrl === undefined) return trustedHtml(text);
  // What readers see of the sign is escaped: it stands in attributes alone.
  return trustedHtml(text.replaceAll(' href="#', html` href="${pageUrl}#`.toString()));
}
