import { dayNinjsPage, sectionNinjsPage } from "../model/crawler-page.ts";
import { isPaperOrSection } from "../model/feed.ts";
import { filingsOf } from "../model/filing.ts";
import type { Instant } from "../model/instant.ts";
import { FEED_LENGTH, LATEST_LENGTH, type List, listKey, listKind } from "../model/list.ts";
import { feedPages, latestPage, type Page } from "../model/page.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { storedStory } from "./stored-stories.ts";

/**
 * The feeds in which a published story is, or will be when it is recorded, what browsers poll and what partners get:
 * nothing of a list that has enough newer ones. So most edits of old stories look at no feed.
 */
export function* newestPages(archive: Archive, story: PublishedStory): Generator<Page> {
  yield dayNinjsPage(story.publication.day);
  for (const { list, at } of filingsOf(story)) {
    const newer = countNewer(archive, list, at);
    if (newer <= FEED_LENGTH) yield* feedPages(list);
    if (newer <= FEED_LENGTH && listKind(list) === "section") yield sectionNinjsPage(listKey(list));
    if (newer <= LATEST_LENGTH && isPaperOrSection(list)) yield latestPage(list);
  }
}

/** The same for the story of a file; nothing for a file of another kind. */
export function newestPagesWith(archive: Archive, path: string): Iterable<Page> {
  const story = storedStory(archive, path)?.story;
  return story !== undefined && isPublished(story) ? newestPages(archive, story) : [];
}

/** No further than to where it does not matter: the story itself, as it was, may be among them. */
function countNewer({ sql }: Archive, list: List, at: Instant): number {
  const row = sql.get`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM filings WHERE list = ${list} AND at > ${at} LIMIT ${FEED_LENGTH + 1})`;
  return Number(row?.n);
}
