import { type Html, html, nothing } from "../src/markup/html.ts";
import { MEDIA_TYPES } from "../src/model/feed.ts";
import { isoIn } from "../src/model/instant.ts";
import { HOME } from "../src/model/page.ts";
import { absoluteUrl, type Site } from "../src/model/site.ts";
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

/** The newest of a list in Atom (RFC 4287). */
export function atomDocument(props: FeedDocumentProps): Html {
  const { frame, head, items, texts } = props;
  const { site } = frame;
  const self = feedUrl(site, props);
  // A feed must tell an instant, also where nothing was published yet.
  const updated = isoIn(site.zone, feedModifiedAt(props) ?? 0);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${self}</id>
<title>${feedTitle(site, head)}</title>
<subtitle>${feedDescription(site, head)}</subtitle>
<updated>${updated}</updated>
<author><name>${site.name}</name><uri>${absoluteUrl(site, HOME.address)}</uri></author>
<link rel="self" type="${MEDIA_TYPES.atom}" href="${self}"/>
<link rel="alternate" type="text/html" href="${feedPageUrl(site, head)}"/>
${hubLink(site)}${items.map((item) => atomEntry(site, feedEntry(site, item, texts)))}</feed>
`;
}

function hubLink({ hub }: Site): Html {
  if (hub === undefined) return nothing;
  return html`<link rel="hub" href="${hub}"/>
`;
}

function atomEntry(site: Site, entry: FeedEntry): Html {
  const { id, url, title, language, at, modifiedAt, authors, categories, picture } = entry;
  return html`<entry${language === site.language ? nothing : html` xml:lang="${language}"`}>
<id>${id}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${isoIn(site.zone, at)}</published>
<updated>${isoIn(site.zone, modifiedAt)}</updated>
${authors.map(atomAuthor)}${categories.map(atomCategory)}${atomText(entry)}${pictureLink(picture)}</entry>
`;
}

function atomAuthor({ name, url }: FeedEntry["authors"][number]): Html {
  const uri = url === undefined ? nothing : html`<uri>${url}</uri>`;
  return html`<author><name>${name}</name>${uri}</author>
`;
}

function atomCategory(name: string): Html {
  return html`<category term="${name}"/>
`;
}

function atomText({ summary, content, isFull }: FeedEntry): Html {
  if (isFull) return html`${element("summary", summary)}${markup("content", content)}`;
  return `${content}` === "" ? nothing : markup("summary", content);
}

function markup(name: "content" | "summary", content: Html): Html {
  return html`<${name} type="html">${String(content)}</${name}>
`;
}

function pictureLink(picture: FeedPicture | undefined): Html {
  if (picture === undefined) return nothing;
  return html`<link rel="enclosure" type="${picture.mediaType}" title="${picture.alt}" href="${picture.url}"/>
`;
}
