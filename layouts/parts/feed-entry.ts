import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Instant } from "../../src/model/instant.ts";
import { HOME } from "../../src/model/page.ts";
import type { FeedItem } from "../../src/model/page-props.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import { correctionNote } from "./correction-note.ts";
import { kindText } from "./kind-label.ts";

/** A story as all formats of feeds have it. Its URLs are whole, and its texts as pages show them. */
export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly language: string;
  readonly at: Instant;
  readonly modifiedAt: Instant;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  /** The section first. */
  readonly categories: readonly string[];
  readonly summary: string | undefined;
  /** The full text, which begins with the dateline, or what stands for it. */
  readonly content: Html;
  readonly isFull: boolean;
  readonly picture: FeedPicture | undefined;
}

export interface FeedPicture {
  readonly url: string;
  readonly mediaType: string;
  readonly alt: string;
  readonly credit?: string;
}

export function feedEntry(site: Site, item: FeedItem, texts: ReadonlyMap<string, Html>): FeedEntry {
  const { id, address, headline, language, at, modifiedAt, summary, text } = item;
  const full = text && texts.get(text.path);
  return {
    id: absoluteUrl(site, id),
    url: absoluteUrl(site, address),
    title: typographic(headline),
    language,
    at,
    modifiedAt,
    authors: authorsOf(site, item),
    categories: categoriesOf(site, item),
    summary: summary && typographic(summary),
    content: html`${full ?? teaser(item)}${corrections(site, item)}`,
    isFull: full !== undefined,
    picture: pictureOf(site, item),
  };
}

function authorsOf(site: Site, { authors }: FeedItem): FeedEntry["authors"] {
  const credits = authors.length === 0 ? [{ name: site.name, address: HOME.address }] : authors;
  return credits.map(({ name, address }) => ({
    name: typographic(name),
    ...(address !== undefined && { url: absoluteUrl(site, address) }),
  }));
}

/** What a story is must be known before it is read, here too. */
function categoriesOf(site: Site, item: FeedItem): string[] {
  const { section, topics } = item;
  const kind = kindText(item);
  const known = site.sections.filter(({ key }) => key === section).map(({ name }) => name);
  return [...known, ...(kind === undefined ? [] : [kind]), ...topics.map(typographic)];
}

function teaser({ dateline, summary }: FeedItem): Html {
  const parts = [dateline, summary && typographic(summary)].filter((part) => part !== undefined);
  return parts.length === 0 ? nothing : html`<p>${parts.join(" — ")}</p>\n`;
}

function corrections(site: Site, { language, corrections }: FeedItem): Html {
  return html`${corrections.map((correction) => correctionNote(site, language, correction))}`;
}

const MEDIA_TYPES: Record<string, string> = {
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
};

function pictureOf(site: Site, { picture }: FeedItem): FeedPicture | undefined {
  if (picture === undefined) return undefined;
  const { address } = picture.shown;
  const { credit } = picture;
  return {
    url: absoluteUrl(site, address),
    mediaType: MEDIA_TYPES[address.slice(address.lastIndexOf(".") + 1)] as string,
    alt: typographic(picture.alt),
    ...(credit !== undefined && { credit: typographic(credit) }),
  };
}
