import { listNewest, listPrioritized } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { type StoredStory, storyAtAddress } from "../archive/stored-stories.ts";
import type { Instant } from "../model/instant.ts";
import { type List, NEWS, sectionList } from "../model/list.ts";
import { type Listing, listingOf } from "../model/listing.ts";
import type { HomeProps } from "../model/page-props.ts";
import type { Place } from "../model/place.ts";
import { compareText } from "../model/problem.ts";
import { priorityTermMs, type Site } from "../model/site.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { storyPicture } from "./shown-picture.ts";

/** A lead, four seconds, four in brief. */
const TOP_LENGTH = 9;
/** The lead and its seconds stand with their pictures. */
const PICTURED = 5;
const LATEST_LENGTH = 20;
const STRIP_LENGTH = 4;

export function homeProps(archive: Archive, site: Site, now: Instant): HomeProps {
  const top = topListings(archive, site, now);
  const latest = newestOf(archive, NEWS, LATEST_LENGTH);
  return {
    top,
    pictures: picturesOf(archive, top.slice(0, PICTURED)),
    latest,
    places: Object.fromEntries(latest.flatMap((listing) => placeOf(archive, listing))),
    strips: site.sections.map(({ key }) => ({
      section: key,
      listings: newestOf(archive, sectionList(key), STRIP_LENGTH, top),
    })),
  };
}

/** From its story: a place in its listing would render every list again. */
function placeOf(archive: Archive, { address, dateline }: Listing): [string, Place][] {
  const story = dateline === undefined ? undefined : storyAtAddress(archive, address)?.story;
  if (story === undefined || !isPublished(story) || story.place === undefined) return [];
  return [[address, story.place]];
}

function picturesOf(archive: Archive, listings: readonly Listing[]): HomeProps["pictures"] {
  const pictures = listings.flatMap(({ address }) => {
    const picture = storyPicture(archive, storyAtAddress(archive, address) as StoredStory);
    return picture === undefined ? [] : [[address, picture] as const];
  });
  return Object.fromEntries(pictures);
}

/** The stories on top of the front page: those whose priority counts, by its number, then the newest. */
function topListings(archive: Archive, site: Site, now: Instant): Listing[] {
  const prioritized = listPrioritized(archive, now - priorityTermMs(site)).toSorted(byPriority);
  const first = prioritized.slice(0, TOP_LENGTH).map(listingOf);
  return [...first, ...newestOf(archive, NEWS, TOP_LENGTH - first.length, first)];
}

/** The newest of a list, but for those that are shown already. */
function newestOf(
  archive: Archive,
  list: List,
  count: number,
  shown: readonly Listing[] = [],
): Listing[] {
  const addresses = new Set(shown.map(({ address }) => address));
  return listNewest(archive, list, count + shown.length)
    .map((listing) => parseStored<Listing>(listing))
    .filter(({ address }) => !addresses.has(address))
    .slice(0, count);
}

function byPriority(a: PublishedStory, b: PublishedStory): number {
  return (
    Number(a.priority) - Number(b.priority) ||
    b.publication.at - a.publication.at ||
    compareText(a.path, b.path)
  );
}

/** The first instant after `now` at which the front page's order changes because a priority lapses. */
export function nextLapse(archive: Archive, site: Site, now: Instant): Instant | undefined {
  const term = priorityTermMs(site);
  const order = (at: Instant) =>
    topListings(archive, site, at)
      .map(({ address }) => address)
      .join();
  const today = order(now);
  return listPrioritized(archive, now - term)
    .map(({ publication }) => publication.at + term)
    .toSorted((a, b) => a - b)
    .find((at) => order(at) !== today);
}
