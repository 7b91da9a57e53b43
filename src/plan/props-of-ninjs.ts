import { listInPeriod, listNewest } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { type StoredStory, storyAtAddress } from "../archive/stored-stories.ts";
import { isWanted } from "../archive/wanted-pages.ts";
import { ninjsSubject } from "../model/crawler-page.ts";
import type { Json } from "../model/json.ts";
import { NEWS } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import { frontPage, type Page, periodPage } from "../model/page.ts";
import type { NinjsProps, NinjsStory } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import type { PublishedStory } from "../model/story.ts";
import { credit, sourceProps } from "./props-of-source.ts";

/** How many stories of a section partners get. */
const SECTION_LENGTH = 50;

/**
 * What partners get of a day, with the texts, or of a section, without: its newest stories change far more often
 * than they are asked for, and each of them is in the list of its day.
 */
export function ninjsProps(archive: Archive, site: Site, page: Page): NinjsProps | undefined {
  const subject = ninjsSubject(page);
  if ("list" in subject) {
    if (!isWanted(archive, site, frontPage(subject.list))) return undefined;
    const newest = listNewest(archive, subject.list, SECTION_LENGTH);
    return { stories: newest.map((listing) => ninjsStory(archive, storedAs(archive, listing))) };
  }
  if (!isWanted(archive, site, periodPage(NEWS, subject.day))) return undefined;
  const ofDay = listInPeriod(archive, site.zone, NEWS, subject.day);
  const stories = ofDay.map((listing) => {
    const stored = storedAs(archive, listing);
    const { isKept, hash } = stored;
    // The file of a story that is kept in its earlier form has another text by now.
    const source = isKept ? {} : { source: sourceProps(archive, site, storyOf(stored), hash) };
    return { ...ninjsStory(archive, stored), ...source };
  });
  return { stories };
}

function ninjsStory(archive: Archive, stored: StoredStory): NinjsStory {
  const { bodyHash, links, pictures, ...story } = storyOf(stored);
  return { story, authors: story.byline.map((name) => credit(archive, name)) };
}

function storedAs(archive: Archive, listing: Json<Listing>): StoredStory {
  const { address } = parseStored<Listing>(listing);
  return storyAtAddress(archive, address) as StoredStory;
}

/** What lists show is published. */
function storyOf({ story }: StoredStory): PublishedStory {
  return story as PublishedStory;
}
