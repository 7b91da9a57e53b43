import { liveDayAddress } from "../model/address.ts";
import {
  NEWS_SITEMAP,
  newsSitemapPage,
  partOf,
  SITEMAP_INDEX,
  sitemapPage,
} from "../model/crawler-page.ts";
import type { Instant } from "../model/instant.ts";
import { NEWS, type Period } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import { type LiveBlog, pastDays } from "../model/live-blog.ts";
import type { Page } from "../model/page.ts";
import type { NewsStory, StoryUrl } from "../model/page-props.ts";
import type { PublishedStory } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";
import { listPagesOf } from "./published-pages.ts";
import { listQueuedPages, queuePage } from "./stale-queue.ts";

/** Stories in a sitemap. As no URL is longer than 2,048, neither 50,000 nor 50 MB are passed: there is room for days of live blogs. */
const SITEMAP_LENGTH = 20_000;
/** Google's limit. */
const NEWS_SITEMAP_LENGTH = 1_000;
/** How long a story is news to Google. */
const NEWS_TERM_MS = 48 * 60 * 60 * 1000;

/** The months that have stories for a sitemap, newest first, with their last modification. One look-up for each. */
export function listSitemapMonths({
  sql,
}: Archive): { readonly month: Period; readonly modifiedAt: Instant }[] {
  const months = [];
  for (let before = "9999-99"; ; ) {
    const row = sql.get`
      SELECT month, modified FROM stories WHERE month < ${before} ORDER BY month DESC, modified DESC LIMIT 1`;
    if (row === undefined) return months;
    before = String(row.month);
    months.push({ month: before, modifiedAt: Number(row.modified) });
  }
}

export function countSitemaps({ sql }: Archive, month: Period): number {
  for (let count = 1; ; count++) {
    const row = sql.get`
      SELECT 1 FROM stories WHERE month = ${month} LIMIT 1 OFFSET ${count * SITEMAP_LENGTH}`;
    if (row === undefined) return count;
  }
}

/** A part of a month's stories, oldest first: a new one mostly changes the last part alone. Live blogs come with their past days. */
export function listSitemapStories({ sql }: Archive, page: Page): StoryUrl[] {
  const rows = sql.all`
    SELECT address, modified, iif(is_live, story, NULL) AS blog FROM stories
    WHERE month = ${page.subject} ORDER BY at, path
    LIMIT ${SITEMAP_LENGTH} OFFSET ${(partOf(page) - 1) * SITEMAP_LENGTH}`;
  return rows.flatMap(({ address, modified, blog }) => [
    { address: String(address), modifiedAt: Number(modified) },
    ...(blog === null ? [] : pastDayUrls(parseStored(blog))),
  ]);
}

function pastDayUrls({ address, live }: PublishedStory): StoryUrl[] {
  return pastDays(live as LiveBlog).map(({ day, at }) => ({
    address: liveDayAddress(address, day),
    modifiedAt: at,
  }));
}

/** A part of the stories that are still news, newest first. */
export function listNewsStories({ sql }: Archive, page: Page, now: Instant): NewsStory[] {
  const rows = sql.all`
    SELECT stories.listing FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${NEWS} AND filings.at > ${now - NEWS_TERM_MS} AND stories.month IS NOT NULL
    ORDER BY filings.at DESC, stories.path
    LIMIT ${NEWS_SITEMAP_LENGTH} OFFSET ${(partOf(page) - 1) * NEWS_SITEMAP_LENGTH}`;
  return rows.map((row) => {
    const { address, headline, language, at } = parseStored<Listing>(row.listing);
    return { address, headline, language, at };
  });
}

export function countNewsSitemaps({ sql }: Archive, now: Instant): number {
  const row = sql.get`
    SELECT count(*) AS n FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${NEWS} AND filings.at > ${now - NEWS_TERM_MS} AND stories.month IS NOT NULL`;
  return Math.max(1, Math.ceil(Number(row?.n) / NEWS_SITEMAP_LENGTH));
}

/** The first instant after another at which a story is news no more. */
export function nextNewsLapse({ sql }: Archive, after: Instant): Instant | undefined {
  const row = sql.get`
    SELECT filings.at FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${NEWS} AND filings.at > ${after - NEWS_TERM_MS} AND stories.month IS NOT NULL
    ORDER BY filings.at LIMIT 1`;
  return row && Number(row.at) + NEWS_TERM_MS;
}

/** Queues the further parts of queued sitemaps: those that should be there, and those that are. */
export function queueSitemapParts(archive: Archive, now: Instant): void {
  const queued = [
    ...listQueuedPages(archive, "sitemap"),
    ...listQueuedPages(archive, "news-sitemap"),
  ];
  for (const page of queued) {
    if (partOf(page) > 1 || page.address === SITEMAP_INDEX.address) continue;
    for (const part of [...furtherParts(archive, page, now), ...publishedParts(archive, page)]) {
      queuePage(archive, part);
    }
  }
}

function furtherParts(archive: Archive, page: Page, now: Instant): Page[] {
  const isNews = page.address === NEWS_SITEMAP.address;
  const count = isNews ? countNewsSitemaps(archive, now) : countSitemaps(archive, page.subject);
  return Array.from({ length: count - 1 }, (_, index) =>
    isNews ? newsSitemapPage(index + 2) : sitemapPage(page.subject, index + 2),
  );
}

function publishedParts(archive: Archive, { kind, subject }: Page): Page[] {
  return listPagesOf(archive, kind, subject);
}
