import { listNewest, listPrioritized } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { storyAtAddress } from "../archive/stored-stories.ts";
import type { Instant } from "../model/instant.ts";
import { NEWS } from "../model/list.ts";
import { type Listing, listingOf } from "../model/listing.ts";
import type { HomeProps } from "../model/page-props.ts";
import { compareText } from "../model/problem.ts";
import { priorityTermMs, type Site } from "../model/site.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { leadPicture } from "./shown-picture.ts";

/** How many stories a front shows. */
export const FRONT_LENGTH = 50;

/** So many of them stand with their pictures. */
const PICTURED = 13;

export function homeProps(archive: Archive, site: Site, now: Instant): HomeProps {
  const listings = homeListings(archive, site, now);
  const pictures = listings.slice(0, PICTURED).flatMap(({ address }) => {
    const story = storyAtAddress(archive, address)?.story;
    const image = story && isPublished(story) ? story.image : undefined;
    const picture = leadPicture(archive, image);
    return picture === undefined ? [] : [[address, picture] as const];
  });
  return { listings, pictures: Object.fromEntries(pictures) };
}

/** The front page's stories: those whose priority counts, by its number, then the newest. */
export function homeListings(archive: Archive, site: Site, now: Instant): Listing[] {
  const first = listPrioritized(archive, now - priorityTermMs(site)).toSorted(byPriority);
  const listings = first.map(listingOf);
  const addresses = new Set(listings.map(({ address }) => address));
  const newest = listNewest(archive, NEWS, FRONT_LENGTH).map((listing) =>
    parseStored<Listing>(listing),
  );
  const rest = newest.filter(({ address }) => !addresses.has(address));
  return [...listings, ...rest].slice(0, FRONT_LENGTH);
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
    homeListings(archive, site, at)
      .map(({ address }) => address)
      .join();
  const today = order(now);
  return listPrioritized(archive, now - term)
    .map(({ publication }) => publication.at + term)
    .toSorted((a, b) => a - b)
    .find((at) => order(at) !== today);
}
