import {
  dayNinjsPage,
  FAVICON,
  MANIFEST,
  NEWS_SITEMAP,
  PAGES_SITEMAP,
  ROBOTS,
  SECURITY,
  SITEMAP_INDEX,
  sectionNinjsPage,
  sitemapPage,
} from "../model/crawler-page.ts";
import { livePages } from "../model/filing.ts";
import { ICONS } from "../model/icon.ts";
import {
  authorList,
  CORRECTIONS,
  listKind,
  NEWS,
  PERIOD_LENGTHS,
  sectionList,
} from "../model/list.ts";
import {
  ARCHIVE,
  assetPage,
  editorsPage,
  feedPages,
  frontPage,
  HOME,
  iconPage,
  isNamedByContent,
  latestPages,
  mapPage,
  NOT_FOUND,
  PAGE_KINDS,
  type Page,
  periodPage,
  picturePages,
  redirectPage,
  SEARCH,
  SERVICE_WORKER,
  shareImagePage,
  staticPage,
  storyPage,
} from "../model/page.ts";
import { periodRange } from "../model/period-range.ts";
import { nginxMap, standingServerFiles } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import { readFact } from "./facts.ts";
import { listPeriods } from "./lists.ts";
import { listMoveFolders } from "./moves.ts";
import type { Archive } from "./open-archive.ts";
import { listShownPictures } from "./seen-files.ts";
import { listSitemapMonths, queueSitemapParts } from "./sitemaps.ts";
import { queuePage } from "./stale-queue.ts";
import { listAuthorKeys } from "./stored-pages.ts";
import { listLiveBlogs } from "./stored-stories.ts";

/** Puts every page on the stale queue: those that should be there, and those that are. */
export function queueEverything(archive: Archive, site: Site, assetNames: readonly string[]): void {
  for (const page of wantedPages(archive, site, assetNames)) queuePage(archive, page);
  queueSitemapParts(archive, Number(readFact(archive, "now")));
  for (const kind of PAGE_KINDS) {
    if (isNamedByContent({ kind })) continue;
    archive.sql.run`
      INSERT OR IGNORE INTO queue SELECT ${PAGE_KINDS.indexOf(kind)}, address, kind, subject, NULL
      FROM pages WHERE kind = ${kind}`;
  }
}

function* wantedPages(
  archive: Archive,
  site: Site,
  assetNames: readonly string[],
): Generator<Page> {
  const { sql } = archive;
  yield* [...assetNames.map(assetPage), SERVICE_WORKER, NOT_FOUND, ARCHIVE, SEARCH, HOME];
  for (const row of sql.iterate`SELECT path FROM stories`) yield storyPage(String(row.path));
  for (const story of listLiveBlogs(archive)) yield* livePages(story);
  yield* shareImages(archive, site);
  for (const row of sql.iterate`SELECT path FROM editors_pages`)
    yield editorsPage(String(row.path));
  for (const row of sql.iterate`SELECT alias FROM aliases`) yield redirectPage(String(row.alias));
  yield* standingServerFiles(site);
  if (site.host === "nginx") yield* [...listMoveFolders(archive)].map(nginxMap);
  for (const row of sql.iterate`SELECT DISTINCT target FROM mentions WHERE kind = 'map'`) {
    yield mapPage(String(row.target));
  }
  for (const src of listShownPictures(archive)) yield* picturePages(src);
  // Those that stand, too: a typeface may be gone.
  for (const row of sql.iterate`SELECT DISTINCT subject FROM pages WHERE kind = 'asset'`) {
    yield assetPage(String(row.subject));
  }
  for (const row of sql.iterate`SELECT path FROM files WHERE path > 'static/' AND path < 'static0'`) {
    yield staticPage(String(row.path));
  }
  yield* latestPages(site);
  yield* crawlerPages(archive, site);
  for (const list of listLists(archive, site)) {
    yield* [frontPage(list), ...feedPages(list)];
    for (const length of PERIOD_LENGTHS[listKind(list)]) {
      for (const period of listPeriods(archive, site.zone, list, length))
        yield periodPage(list, period);
    }
  }
}

function* crawlerPages(archive: Archive, site: Site): Generator<Page> {
  yield* [...ICONS.map(({ name }) => iconPage(name)), FAVICON, MANIFEST, ROBOTS, SECURITY];
  yield* [SITEMAP_INDEX, PAGES_SITEMAP, NEWS_SITEMAP];
  for (const { month } of listSitemapMonths(archive)) yield sitemapPage(month);
  for (const { key } of site.sections) yield sectionNinjsPage(key);
  for (const day of listPeriods(archive, site.zone, NEWS, 10)) yield dayNinjsPage(day);
}

/** Those that should be there, and those that are. */
function* shareImages({ sql }: Archive, { shareImagesSince, zone }: Site): Generator<Page> {
  for (const row of sql.iterate`SELECT DISTINCT subject FROM pages WHERE kind = 'share-image'`) {
    yield shareImagePage(String(row.subject));
  }
  if (shareImagesSince === undefined) return;
  yield shareImagePage("");
  const { start } = periodRange(zone, shareImagesSince);
  for (const row of sql.iterate`SELECT path FROM stories WHERE at >= ${start}`) {
    yield shareImagePage(String(row.path));
  }
}

function listLists(archive: Archive, site: Site): Set<string> {
  const filed = archive.sql.all`SELECT DISTINCT list FROM filings`.map((row) => String(row.list));
  const standing = [NEWS, CORRECTIONS, ...site.sections.map(({ key }) => sectionList(key))];
  return new Set([...standing, ...listAuthorKeys(archive).map(authorList), ...filed]);
}
