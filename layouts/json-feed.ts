import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import { isoIn } from "../src/model/instant.ts";
import { HOME } from "../src/model/page.ts";
import { absoluteUrl, type Site } from "../src/model/site.ts";
import { assetUrl } from "./parts/asset-href.ts";
import { type FeedEntry, feedEntry } from "./parts/feed-entry.ts";
import {
  type FeedDocumentProps,
  feedDescription,
  feedPageUrl,
  feedTitle,
  feedUrl,
} from "./parts/feed-head.ts";

/** The newest of a list in JSON Feed 1.1. What is `undefined` is left out. */
export function jsonFeedDocument(props: FeedDocumentProps): Html {
  const { frame, head, items, texts } = props;
  const { site } = frame;
  return jsonDocument({
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(site, head),
    home_page_url: feedPageUrl(site, head),
    feed_url: feedUrl(site, props),
    description: feedDescription(site, head),
    icon: assetUrl(frame, "icon-512.png"),
    favicon: assetUrl(frame, "icon-192.png"),
    authors: [{ name: site.name, url: absoluteUrl(site, HOME.address) }],
    language: site.language,
    hubs: site.hub === undefined ? undefined : [{ type: "WebSub", url: site.hub }],
    items: items.map((item) => jsonItem(site, feedEntry(site, item, texts))),
  });
}

function jsonItem({ zone }: Site, entry: FeedEntry): object {
  const { id, url, title, language, at, modifiedAt, authors, categories, summary, picture } = entry;
  return {
    id,
    url,
    title,
    content_html: `${entry.content}`,
    summary,
    image: picture?.url,
    date_published: isoIn(zone, at),
    date_modified: isoIn(zone, modifiedAt),
    authors,
    tags: categories,
    language,
  };
}
