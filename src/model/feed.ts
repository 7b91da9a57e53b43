import { listFolder } from "./address.ts";
import { type List, listKind } from "./list.ts";

export const FEED_FORMATS = ["rss", "atom", "json-feed"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_FILES: Record<FeedFormat, string> = {
  rss: "feed.xml",
  atom: "atom.xml",
  "json-feed": "feed.json",
};

export const MEDIA_TYPES: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  "json-feed": "application/feed+json",
};

/** In which formats there is a feed of a list. */
export function feedFormats(list: List): readonly FeedFormat[] {
  return isPaperOrSection(list) ? FEED_FORMATS : ["rss"];
}

/** Whether it is a list of what is newest in the paper or a section: browsers poll it, and it is a feed in every format. */
export function isPaperOrSection(list: List): boolean {
  return listKind(list) === "news" || listKind(list) === "section";
}

export function feedAddress(format: FeedFormat, list: List): string {
  return listFolder(list) + FEED_FILES[format];
}

/** Address of what browsers poll for the newest of a list. */
export function latestAddress(list: List): string {
  return `${listFolder(list)}latest.json`;
}
