import { hasFilingsIn, listPeriods } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import {
  countNewsSitemaps,
  countSitemaps,
  listNewsStories,
  listSitemapMonths,
  listSitemapStories,
} from "../archive/sitemaps.ts";
import { listEditorsPages, listKnownAuthorKeys } from "../archive/stored-pages.ts";
import { isWanted } from "../archive/wanted-pages.ts";
import { listAddress, periodAddress } from "../model/address.ts";
import {
  NEWS_SITEMAP,
  newsSitemapPage,
  PAGES_SITEMAP,
  partOf,
  SITEMAP_INDEX,
  sitemapPage,
} from "../model/crawler-page.ts";
import type { Instant } from "../model/instant.ts";
import { authorList, CORRECTIONS, NEWS, type Period, sectionList } from "../model/list.ts";
import { ARCHIVE, frontPage, HOME, type Page } from "../model/page.ts";
import type { PageProps, SitemapsProps, StoryUrl } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";

/** What a sitemap lists; `undefined` where there is nothing. */
export function sitemapProps(
  archive: Archive,
  site: Site,
  page: Page,
  now: Instant,
): PageProps["sitemap"] | undefined {
  if (page.address === SITEMAP_INDEX.address) return indexProps(archive, now);
  if (page.address === PAGES_SITEMAP.address) {
    return { shows: "sitemap", urls: urls(standingPages(archive, site)) };
  }
  const stories = listSitemapStories(archive, page);
  if (stories.length === 0) return undefined;
  const lists = partOf(page) === 1 ? monthPages(archive, site, page.subject) : [];
  return { shows: "sitemap", urls: [...urls(lists), ...stories] };
}

export function newsSitemapProps(
  archive: Archive,
  page: Page,
  now: Instant,
): PageProps["news-sitemap"] | undefined {
  const stories = listNewsStories(archive, page, now);
  if (stories.length === 0 && page.address !== NEWS_SITEMAP.address) return undefined;
  return { stories };
}

function indexProps(archive: Archive, now: Instant): SitemapsProps {
  const months = listSitemapMonths(archive).flatMap(({ month, modifiedAt }) =>
    numbers(countSitemaps(archive, month)).map((part) => ({
      address: sitemapPage(month, part).address,
      modifiedAt,
    })),
  );
  const news = numbers(countNewsSitemaps(archive, now)).map(
    (part) => newsSitemapPage(part).address,
  );
  return {
    shows: "sitemaps",
    sitemaps: [...urls([...news, PAGES_SITEMAP.address]), ...months],
  };
}

/**
 * The pages that belong to no month. Topics are not among them: there may be as many as stories, which lead to
 * them; nor is the search, which shows nothing of its own.
 */
function standingPages(archive: Archive, site: Site): string[] {
  return [
    HOME.address,
    listAddress(NEWS),
    ...site.sections.map(({ key }) => listAddress(sectionList(key))),
    ARCHIVE.address,
    ...listPeriods(archive, site.zone, NEWS, 4).map((year) => periodAddress(NEWS, year)),
    listAddress(CORRECTIONS),
    ...listEditorsPages(archive),
    ...authorPages(archive, site),
  ];
}

/** Of an author whose file is gone, too, as long as a story that is kept in its earlier form leads there. */
function authorPages(archive: Archive, site: Site): string[] {
  const fronts = listKnownAuthorKeys(archive).map((key) => frontPage(authorList(key)));
  return fronts.filter((page) => isWanted(archive, site, page)).map(({ address }) => address);
}

function monthPages(archive: Archive, site: Site, month: Period): string[] {
  const sections = site.sections
    .map(({ key }) => sectionList(key))
    .filter((list) => hasFilingsIn(archive, site.zone, list, month));
  const days = listPeriods(archive, site.zone, NEWS, 10, month).toReversed();
  return [
    ...[month, ...days].map((period) => periodAddress(NEWS, period)),
    ...sections.map((list) => periodAddress(list, month)),
  ];
}

function urls(addresses: readonly string[]): StoryUrl[] {
  return addresses.map((address) => ({ address }));
}

/** From 1. */
function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
