import { type Html, html, nothing } from "../src/markup/html.ts";
import { MEDIA_TYPES } from "../src/model/feed.ts";
import { type Instant, isoIn } from "../src/model/instant.ts";
import type { Site } from "../src/model/site.ts";
import { assetUrl } from "./parts/asset-href.ts";
import { formatIn } from "./parts/dates.ts";
import { element } from "./parts/element.ts";
import { type FeedEntry, type FeedPicture, feedEntry } from "./parts/feed-entry.ts";
import {
  type FeedDocumentProps,
  feedDescription,
  feedModifiedAt,
  feedPageUrl,
  feedTitle,
  feedUrl,
} from "./parts/feed-head.ts";

/** Pixels that RSS allows a channel's image to be wide. */
const LARGEST_IMAGE = "144";

/**
 * The newest of a list in RSS 2.0. Pictures are Media RSS and no enclosures: those must tell the picture's bytes, which
 * nobody knows before it is made, and readers take them for podcasts.
 */
export function rssDocument(props: FeedDocumentProps): Html {
  const { frame, head, items, texts } = props;
  const { site } = frame;
  const modifiedAt = feedModifiedAt(props);
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${feedTitle(site, head)}</title>
<link>${feedPageUrl(site, head)}</link>
<description>${feedDescription(site, head)}</description>
<language>${site.language}</language>
<image>
<url>${assetUrl(frame, "icon-192.png")}</url>
<title>${feedTitle(site, head)}</title>
<link>${feedPageUrl(site, head)}</link>
<width>${LARGEST_IMAGE}</width>
<height>${LARGEST_IMAGE}</height>
</image>
${element("lastBuildDate", modifiedAt === undefined ? modifiedAt : rfc822In(site.zone, modifiedAt))}<atom:link rel="self" type="${MEDIA_TYPES.rss}" href="${feedUrl(site, props)}"/>
${hubLink(site)}${items.map((item) => rssItem(site, feedEntry(site, item, texts)))}</channel>
</rss>
`;
}

function hubLink({ hub }: Site): Html {
  if (hub === undefined) return nothing;
  return html`<atom:link rel="hub" href="${hub}"/>
`;
}

function rssItem(site: Site, entry: FeedEntry): Html {
  const { id, url, title, language, at, modifiedAt, authors, categories, picture } = entry;
  return html`<item>
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="${String(id === url)}">${id}</guid>
<pubDate>${rfc822In(site.zone, at)}</pubDate>
<atom:updated>${isoIn(site.zone, modifiedAt)}</atom:updated>
${authors.map(({ name }) => element("dc:creator", name))}${categories.map((name) => element("category", name))}${element("dc:language", language === site.language ? undefined : language)}${rssText(entry)}${mediaContent(picture)}</item>
`;
}

/** Both elements are read as markup. */
function rssText({ summary, content, isFull }: FeedEntry): Html {
  if (!isFull) return element("description", content);
  return html`${element("description", html`${summary ?? ""}`)}${element("content:encoded", content)}`;
}

function mediaContent(picture: FeedPicture | undefined): Html {
  if (picture === undefined) return nothing;
  const { url, mediaType, width, height, alt, credit } = picture;
  return html`<media:content url="${url}" type="${mediaType}" medium="image" width="${String(width)}" height="${String(height)}">
<media:description type="plain">${alt}</media:description>
${element("media:credit", credit)}</media:content>
`;
}

/** `Thu, 19 Jul 2001 09:30:00 -0400` */
function rfc822In(zone: string, at: Instant): string {
  const offset = isoIn(zone, at).slice("2001-07-19T09:30:00".length).replace(":", "");
  return `${formatIn(zone, at, "ddd, DD MMM YYYY HH:mm:ss")} ${offset}`;
}
