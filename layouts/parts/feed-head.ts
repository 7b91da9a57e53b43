import type { Html } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { listAddress } from "../../src/model/address.ts";
import { feedAddress } from "../../src/model/feed.ts";
import type { Framed } from "../../src/model/frame.ts";
import type { Instant } from "../../src/model/instant.ts";
import { CORRECTIONS, NEWS } from "../../src/model/list.ts";
import { HOME } from "../../src/model/page.ts";
import type { FeedProps, ListHead } from "../../src/model/page-props.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import { listTitle } from "./list-title.ts";

/** What the layout of a feed is given. */
export type FeedDocumentProps = Framed<FeedProps> & {
  /** What feeds carry of the stories' texts, by their paths. */
  readonly texts: ReadonlyMap<string, Html>;
};

/** A feed's title, in which the paper's name comes last, as in those of pages. */
export function feedTitle(site: Site, head: ListHead): string {
  return head.list === NEWS ? site.name : `${typographic(listTitle(head))} — ${site.name}`;
}

/** What it is a feed of, in a sentence: never empty. */
export function feedDescription(site: Site, head: ListHead): string {
  if (head.list === CORRECTIONS) return "What was wrong in our stories, and what is right";
  return typographic(head.description ?? site.tagline ?? site.promise);
}

/** URL of the page that readers may see instead. */
export function feedPageUrl(site: Site, { list }: ListHead): string {
  return absoluteUrl(site, list === NEWS ? HOME.address : listAddress(list));
}

/** URL of the feed itself. */
export function feedUrl(site: Site, { shows, head }: FeedProps): string {
  return absoluteUrl(site, feedAddress(shows, head.list));
}

/** When something in the feed last changed for readers; `undefined` while there is nothing in it. */
export function feedModifiedAt({ items }: Pick<FeedProps, "items">): Instant | undefined {
  return items.length === 0 ? undefined : Math.max(...items.map(({ modifiedAt }) => modifiedAt));
}
