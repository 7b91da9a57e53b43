import { NEWS_SITEMAP, PAGES_SITEMAP, SITEMAP_INDEX, sitemapPage } from "./crawler-page.ts";
import type { Day, Instant } from "./instant.ts";
import {
  authorList,
  CORRECTIONS,
  type List,
  NEWS,
  periodsOf,
  sectionList,
  topicList,
} from "./list.ts";
import { liveDays } from "./live-blog.ts";
import {
  ARCHIVE,
  frontPage,
  HOME,
  liveDayPage,
  liveFilePage,
  mapPage,
  type Page,
  periodPage,
  picturePages,
  redirectPage,
  SEARCH,
  storyPage,
} from "./page.ts";
import { filesOfMoves } from "./server-file.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "./story.ts";

/** A story's place in a list. */
export interface Filing {
  readonly list: List;
  readonly at: Instant;
  readonly day: Day;
}

/** Every list that a published story stands in; a corrected story once for each correction. */
export function filingsOf(story: PublishedStory): Filing[] {
  const lists = [
    NEWS,
    ...(story.section === undefined ? [] : [sectionList(story.section)]),
    ...authorKeys(story).map(authorList),
    ...story.topics.map((topic) => topicList(topic.key)),
  ];
  const { at, day } = story.publication;
  return [
    ...lists.map((list) => ({ list, at, day })),
    ...story.corrections.map(({ date }) => ({ list: CORRECTIONS, at: date.at, day: date.day })),
  ];
}

export function authorKeys(story: PublishedStory): string[] {
  return story.byline.flatMap((name) => ("key" in name ? [name.key] : []));
}

/** Those pages of a live blog that are beside its story's. */
export function livePages({ path, live }: Pick<PublishedStory, "path" | "live">): Page[] {
  if (live === undefined) return [];
  return [...liveDays(live).map((day) => liveDayPage(path, day)), liveFilePage(path)];
}

/** Every page that may change when the story comes, changes or goes. */
export function touchedPages(story: PublishedStory | Withdrawal): Page[] {
  const isMoved = story.aliases.length > 0 || !isPublished(story);
  const moves = isMoved ? filesOfMoves(story.path) : [];
  const own = [storyPage(story.path), ...story.aliases.map(redirectPage), ...moves];
  if (!isPublished(story)) return own;
  const lists = filingsOf(story).flatMap(({ list, day }) => [
    frontPage(list),
    ...periodsOf(list, day).map((period) => periodPage(list, period)),
  ]);
  const maps = story.place === undefined ? [] : [mapPage(story.place.key)];
  return [
    ...story.pictures.flatMap(picturePages),
    ...maps,
    ...livePages(story),
    ...own,
    ...lists,
    ARCHIVE,
    SEARCH,
    HOME,
    ...crawlerPages(story),
  ];
}

/** The files in which crawlers find a story. */
function crawlerPages({ publication: { day } }: PublishedStory): Page[] {
  const month = day.slice(0, "2001-07".length);
  return [sitemapPage(month), PAGES_SITEMAP, SITEMAP_INDEX, NEWS_SITEMAP];
}
