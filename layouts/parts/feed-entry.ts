import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Instant } from "../../src/model/instant.ts";
import { HOME } from "../../src/model/page.ts";
import type { FeedItem } from "../../src/model/page-props.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import { correctionLabel, correctionNote } from "./correction-note.ts";
import { kindText } from "./kind-label.ts";
import { languageAttributes } from "./language.ts";
import { pictureCaption } from "./picture-caption.ts";

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
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly credit?: string;
}

export function feedEntry(site: Site, item: FeedItem, texts: ReadonlyMap<string, Html>): FeedEntry {
  const { id, address, language, at, modifiedAt, summary, text } = item;
  const full = text && texts.get(text.path);
  const picture = pictureOf(site, item);
  return {
    id: absoluteUrl(site, id),
    url: absoluteUrl(site, address),
    title: titleOf(item),
    language,
    at,
    modifiedAt,
    authors: authorsOf(site, item),
    categories: categoriesOf(site, item),
    summary: summary && typographic(summary),
    content: inLanguage(
      language,
      html`${full ?? teaser(item)}${figure(item, picture)}${corrections(site, item)}`,
    ),
    isFull: full !== undefined,
    picture,
  };
}

function titleOf({ headline, corrects }: FeedItem): string {
  const title = typographic(headline);
  return corrects === undefined ? title : `${correctionLabel(corrects)}: ${title}`;
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
  const kinds = kind === undefined ? [] : [kind];
  return [...new Set([...known, ...kinds, ...topics.map(typographic)])];
}

/** Readers of feeds know of no direction but what the text itself says. */
function inLanguage(language: string, content: Html): Html {
  if (`${content}` === "") return nothing;
  return html`<div${languageAttributes(language)}>
${content}</div>
`;
}

function teaser({ dateline, summary }: FeedItem): Html {
  const parts = [dateline, summary && typographic(summary)].filter((part) => part !== undefined);
  return parts.length === 0 ? nothing : html`<p>${parts.join(" — ")}</p>\n`;
}

/** Below the text, which has to begin with the dateline: many readers show no other picture. */
function figure(item: FeedItem, picture: FeedPicture | undefined): Html {
  if (item.picture === undefined || picture === undefined) return nothing;
  const { url, alt, width, height } = picture;
  return html`<figure><img src="${url}" alt="${alt}" width="${String(width)}" height="${String(height)}">${pictureCaption(item.picture)}</figure>
`;
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
  const { address, width, height } = picture.shown;
  const { credit } = picture;
  return {
    url: absoluteUrl(site, address),
    mediaType: MEDIA_TYPES[address.slice(address.lastIndexOf(".") + 1)] as string,
    width,
    height,
    alt: typographic(picture.alt),
    ...(credit !== undefined && { credit: typographic(credit) }),
  };
}
