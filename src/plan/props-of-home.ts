import { listNewest, listPrioritized } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import type { Instant } from "../model/instant.ts";
import { type List, NEWS, sectionList } from "../model/list.ts";
import { type Listing, listingOf } from "../model/listing.ts";
import type { HomeProps } from "../model/page-props.ts";
import { compareText } from "../model/problem.ts";
import { priorityTermMs, type Site } from "../model/site.ts";
import type { PublishedStory } from "../model/story.ts";

/** A lead, four seconds, four in brief. */
const TOP_LENGTH = 9;
const LATEST_LENGTH = 20;
const STRIP_LENGTH = 4;

export function homeProps(archive: Archive, site: Site, now: Instant): HomeProps {
  const top = topListings(archive, site, now);
  return {
    top,
    latest: newestOf(archive, NEWS, LATEST_LENGTH),
    strips: site.sections.map(({ key }) => ({
      section: key,
      listings: newestOf(archive, sectionList(key), STRIP_LENGTH, top),
    })),
  };
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
