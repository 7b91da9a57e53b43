import { listInPeriod } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { newestStories, type StoredStory, storyAtAddress } from "../archive/stored-stories.ts";
import { ninjsSubject } from "../model/crawler-page.ts";
import type { Day } from "../model/instant.ts";
import { FEED_LENGTH, NEWS } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import type { Page } from "../model/page.ts";
import type { NinjsItem, NinjsProps } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import { type PublishedStory, shownStory } from "../model/story.ts";
import { feedId, inOneForm, itemText } from "./props-of-feed.ts";
import { creditOf } from "./props-of-source.ts";
import { storyPicture } from "./shown-picture.ts";

/**
 * What partners get of a day, with texts and pictures, or of a section, without: its newest stories change far more
 * often than they are asked for, and each of them is in the list of its day.
 */
export function ninjsProps(archive: Archive, site: Site, page: Page): NinjsProps {
  const subject = ninjsSubject(page);
  if ("list" in subject) {
    const newest = newestStories(archive, subject.list, FEED_LENGTH);
    return { items: newest.map((stored) => ninjsItem(archive, stored)) };
  }
  const stories = storiesOfDay(archive, site, subject.day);
  return { items: stories.map((stored) => wholeItem(archive, site, stored)) };
}

function storiesOfDay(archive: Archive, site: Site, day: Day): StoredStory[] {
  return listInPeriod(archive, site.zone, NEWS, day).map((listing) => {
    const { address } = parseStored<Listing>(listing);
    return storyAtAddress(archive, address) as StoredStory;
  });
}

function ninjsItem(archive: Archive, { story }: StoredStory): NinjsItem {
  const published = story as PublishedStory;
  return {
    ...shownStory(published),
    id: feedId(archive, published),
    authors: published.byline.map((name) => creditOf(archive, published, name)),
  };
}

function wholeItem(archive: Archive, site: Site, stored: StoredStory): NinjsItem {
  const item = ninjsItem(archive, stored);
  const picture = storyPicture(archive, stored);
  return {
    ...item,
    ...(picture !== undefined && { picture: inOneForm(picture.shown) }),
    text: itemText(archive, site, stored),
  };
}
