import type { Period } from "../model/list.ts";
import { NEWS } from "../model/list.ts";
import { periodRange } from "../model/period-range.ts";
import type { PublishedStory } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";

/** A story as the search index is to hold it. */
export interface SearchedStory {
  readonly story: PublishedStory;
  /** Of its file, and of those posts of a live blog whose time has come. */
  readonly hash: string;
}

export function countStoriesIn({ sql }: Archive, zone: string, period: Period): number {
  const { start, end } = periodRange(zone, period);
  const row = sql.get`
    SELECT count(*) AS n FROM filings WHERE list = ${NEWS} AND at >= ${start} AND at < ${end}`;
  return Number(row?.n);
}

/** Stories of a bundle in order of path: in another order it would come out otherwise. */
export function listSearchedStories(
  { sql }: Archive,
  zone: string,
  bundle: Period,
): SearchedStory[] {
  const { start, end } = periodRange(zone, bundle);
  const rows = sql.all`
    SELECT stories.story, stories.hash || iif(is_live, body_hash, '') AS hash
    FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${NEWS} AND filings.at >= ${start} AND filings.at < ${end}
    ORDER BY stories.path`;
  return rows.map(({ story, hash }) => ({ story: parseStored(story), hash: String(hash) }));
}

/** Whether a bundle holds the stories that are to be in it, as they are, and no others. */
export function isBundleCurrent(archive: Archive, zone: string, bundle: Period): boolean {
  const { sql } = archive;
  const { start, end } = periodRange(zone, bundle);
  const held = sql.get`SELECT count(*) AS n FROM search_records WHERE bundle = ${bundle}`;
  if (held?.n !== countStoriesIn(archive, zone, bundle)) return false;
  const other = sql.get`
    SELECT 1 FROM filings JOIN stories ON stories.id = filings.story
    LEFT JOIN search_records ON search_records.path = stories.path AND bundle = ${bundle}
    WHERE filings.list = ${NEWS} AND filings.at >= ${start} AND filings.at < ${end}
    AND search_records.hash IS NOT stories.hash || iif(is_live, body_hash, '') LIMIT 1`;
  return other === undefined;
}

/** Whether a bundle was made by these rules, and its part of the list is still the one that it had then. */
export function isBundleAsMade(
  { sql }: Archive,
  bundle: Period,
  rules: string,
  listed: string,
): boolean {
  const row = sql.get`
    SELECT 1 FROM search_bundles WHERE name = ${bundle} AND rules = ${rules} AND listed = ${listed}`;
  return row !== undefined;
}

export function isBundleKnown({ sql }: Archive, bundle: Period): boolean {
  const row = sql.get`
    SELECT 1 FROM search_records WHERE bundle = ${bundle}
    UNION ALL SELECT 1 FROM search_bundles WHERE name = ${bundle} LIMIT 1`;
  return row !== undefined;
}

export function listKnownBundles({ sql }: Archive): Period[] {
  const rows = sql.all`
    SELECT name FROM search_bundles UNION SELECT bundle FROM search_records ORDER BY 1`;
  return rows.map(({ name }) => String(name));
}

/** Names of all files that a bundle may have. */
export function bundleFiles({ sql }: Archive, bundle: Period): string[] {
  const row = sql.get`SELECT files FROM search_bundles WHERE name = ${bundle}`;
  return row === undefined ? [] : parseStored<string[]>(row.files);
}

/** Of all bundles that are in the list, their parts of it. */
export function listedBundles({ sql }: Archive): string[] {
  const rows = sql.all`SELECT listed FROM search_bundles WHERE listed <> '' ORDER BY name DESC`;
  return rows.map(({ listed }) => String(listed));
}

/**
 * Gives up knowing what is in a bundle, before words of these stories are written to these files of it, or any of its files goes.
 */
export function doubtBundle(
  archive: Archive,
  bundle: Period,
  stories: readonly SearchedStory[],
  files: readonly string[],
): void {
  const { sql } = archive;
  archive.transaction(() => {
    sql.run`UPDATE search_records SET hash = '' WHERE bundle = ${bundle}`;
    for (const { story } of stories) {
      sql.run`INSERT OR IGNORE INTO search_records VALUES (${story.path}, ${bundle}, '')`;
    }
    const all = JSON.stringify([...new Set([...bundleFiles(archive, bundle), ...files])]);
    sql.run`
      INSERT INTO search_bundles VALUES (${bundle}, '', '', ${all})
      ON CONFLICT (name) DO UPDATE SET listed = '', files = ${all}`;
  });
}

/** How a bundle was made, and what readers get of it. */
export interface MadeBundle {
  readonly rules: string;
  /** JSON of its part of the list of bundles. */
  readonly listed: string;
  readonly files: readonly string[];
}

export function storeBundle(
  archive: Archive,
  bundle: Period,
  { rules, listed, files }: MadeBundle,
  stories: readonly SearchedStory[],
): void {
  const { sql } = archive;
  archive.transaction(() => {
    sql.run`DELETE FROM search_records WHERE bundle = ${bundle}`;
    for (const { story, hash } of stories) {
      sql.run`INSERT INTO search_records VALUES (${story.path}, ${bundle}, ${hash})`;
    }
    sql.run`
      INSERT OR REPLACE INTO search_bundles
      VALUES (${bundle}, ${rules}, ${listed}, ${JSON.stringify(files)})`;
  });
}

export function forgetBundle(archive: Archive, bundle: Period): void {
  archive.transaction(() => {
    archive.sql.run`DELETE FROM search_records WHERE bundle = ${bundle}`;
    archive.sql.run`DELETE FROM search_bundles WHERE name = ${bundle}`;
  });
}

/** Every bundle is made again; what is in them stays known. */
export function forgetBundleRules({ sql }: Archive): void {
  sql.run`UPDATE search_bundles SET rules = ''`;
}

/** Where nothing of the index is left. */
export function forgetSearch({ sql }: Pick<Archive, "sql">): void {
  sql.run`DELETE FROM search_records`;
  sql.run`DELETE FROM search_bundles`;
}

/** Bundles that hold words of stories whose pages are about to be taken down. */
export function listBundlesOfRemoved({ sql }: Archive): Period[] {
  const rows = sql.all`
    SELECT DISTINCT bundle FROM queue JOIN search_records ON search_records.path = queue.subject
    LEFT JOIN stories ON stories.path = queue.subject
    WHERE queue.kind = 'story' AND (stories.path IS NULL OR stories.listing = '')`;
  return rows.map(({ bundle }) => String(bundle));
}

/** Whether pages of stories are not as they are recorded. */
export function hasQueuedStories({ sql }: Archive): boolean {
  return sql.get`SELECT 1 FROM queue WHERE kind IN ('story', 'live-day') LIMIT 1` !== undefined;
}
