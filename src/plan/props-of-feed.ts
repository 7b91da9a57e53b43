import type { Archive } from "../archive/open-archive.ts";
import { lastPicture, readablePicture } from "../archive/seen-files.ts";
import { listAliasOwners, newestStories, type StoredStory } from "../archive/stored-stories.ts";
import type { FeedFormat } from "../model/feed.ts";
import type { Instant } from "../model/instant.ts";
import { CORRECTIONS, FEED_LENGTH, type List } from "../model/list.ts";
import type { FeedItem, FeedProps, FeedText } from "../model/page-props.ts";
import type { ShownPicture } from "../model/picture.ts";
import type { Site } from "../model/site.ts";
import type { Picture, PublishedStory } from "../model/story.ts";
import { listHead } from "./props-of-list.ts";
import { liveTextProps } from "./props-of-live-blog.ts";
import { creditOf, sourceProps } from "./props-of-source.ts";
import { storyPicture } from "./shown-picture.ts";

/** How many posts of a live blog are in a feed, newest first. */
const FEED_POSTS = 20;

export function feedProps(archive: Archive, site: Site, list: List, format: FeedFormat): FeedProps {
  const stories = newestStories(archive, list, FEED_LENGTH);
  const items =
    list === CORRECTIONS
      ? stories.flatMap(({ story, at }) => correctionItems(archive, story as PublishedStory, at))
      : stories.map((stored) => storyItem(archive, site, stored));
  return { shows: format, head: listHead(archive, site, list), items: items.slice(0, FEED_LENGTH) };
}

function storyItem(archive: Archive, site: Site, stored: StoredStory): FeedItem {
  const story = stored.story as PublishedStory;
  const { summary, dateline, section, corrections } = story;
  const picture = itemPicture(archive, stored);
  const text = site.feeds === "full" ? itemText(archive, site, stored) : undefined;
  return {
    ...itemHead(archive, story),
    ...(summary !== undefined && { summary }),
    ...(dateline !== undefined && { dateline }),
    ...(section !== undefined && { section }),
    at: story.publication.at,
    modifiedAt: story.publication.modifiedAt,
    authors: story.byline.map((name) => creditOf(archive, story, name)),
    topics: story.topics.map(({ name }) => name),
    corrections,
    ...(picture !== undefined && { picture }),
    ...(text !== undefined && { text }),
  };
}

function itemHead(archive: Archive, story: PublishedStory) {
  const { address, headline, language, kind, ended } = story;
  return {
    id: feedId(archive, story),
    address,
    headline,
    language,
    kind,
    ...(ended !== undefined && { ended }),
  };
}

/** Its first address, under which programs know a story for good; that of another which stands there now is not the same. */
export function feedId(archive: Archive, { address, aliases }: PublishedStory): string {
  const isTaken = listAliasOwners(archive, address).length > 0;
  return aliases[0] ?? (isTaken ? `${address}#later` : address);
}

function itemPicture(archive: Archive, stored: StoredStory): FeedItem["picture"] {
  const lead = storyPicture(archive, stored);
  if (lead === undefined) return undefined;
  const { caption, credit } = (stored.story as PublishedStory).image as Picture;
  return {
    alt: lead.alt,
    shown: inOneForm(lead.shown),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

export function itemText(
  archive: Archive,
  site: Site,
  { story, hash, isKept }: StoredStory,
): FeedText {
  const read = isKept ? lastPicture : readablePicture;
  const published = story as PublishedStory;
  const { live } = published;
  const text =
    live === undefined
      ? sourceProps(archive, site, published, hash, read)
      : liveTextProps(archive, site, published, live.posts.slice(0, FEED_POSTS), live.intro, read);
  const pictures = Object.entries(text.pictures).map(
    ([src, picture]) => [src, inOneForm(picture)] as const,
  );
  return {
    ...text,
    pictures: Object.fromEntries(pictures),
    ...(isKept && { keptHash: published.bodyHash }),
  };
}

/**
 * Few readers of feeds choose among renditions, and each of them would be in each of the feeds. Some show a picture as
 * wide as they are told that it is.
 */
export function inOneForm(picture: ShownPicture): ShownPicture {
  const { address, renditions } = picture;
  const width = renditions.find((rendition) => rendition.address === address)?.width;
  if (width === undefined) return { ...picture, renditions: [] };
  const height = Math.round((picture.height * width) / picture.width);
  return { address, width, height, renditions: [] };
}

/** The corrections of a story that were made at an instant, numbered from its first one: newer ones leave the others' ids. */
function correctionItems(archive: Archive, story: PublishedStory, at: Instant): FeedItem[] {
  const head = itemHead(archive, story);
  return story.corrections.flatMap((correction, index) => {
    if (correction.date.at !== at) return [];
    const number = story.corrections.length - index;
    return [
      {
        ...head,
        id: `${head.id}#correction-${number}`,
        corrects: correction.kind,
        at,
        modifiedAt: at,
        authors: [],
        topics: [],
        corrections: [correction],
      },
    ];
  });
}
