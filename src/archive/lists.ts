import { dayIn, type Instant } from "../model/instant.ts";
import type { Json } from "../model/json.ts";
import { CORRECTIONS, type List, NEWS, type Period } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import type { CorrectedStory } from "../model/page-props.ts";
import { ALL_TIME, periodRange } from "../model/period-range.ts";
import type { PublishedStory } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";

/** The newest stories of a list. */
export function listNewest(archive: Archive, list: List, count: number): Json<Listing>[] {
  return listFiled(archive, list, ALL_TIME, count);
}

/** A list's stories of a year, month or day, newest first; all of them, or the newest few. */
export function listInPeriod(
  archive: Archive,
  zone: string,
  list: List,
  period: Period,
  count = Infinity,
): Json<Listing>[] {
  return listFiled(archive, list, periodRange(zone, period), count);
}

/** Stories filed between two instants, newest first, ties by path. */
function listFiled(
  { sql }: Archive,
  list: List,
  { start, end }: { start: Instant; end: Instant },
  count: number,
): Json<Listing>[] {
  const rows = sql.iterate`
    SELECT filings.at, stories.path, stories.listing FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list} AND filings.at >= ${start} AND filings.at < ${end}
    ORDER BY filings.at DESC`;
  return firstListings(rows, count);
}

/** The stories of a list just before one, newest first. */
export function listBefore(
  { sql }: Archive,
  list: List,
  { path, publication: { at } }: PublishedStory,
  count: number,
): Json<Listing>[] {
  const rows = sql.iterate`
    SELECT filings.at, stories.path, stories.listing FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list} AND filings.at <= ${at} AND (filings.at < ${at} OR stories.path > ${path})
    ORDER BY filings.at DESC`;
  return firstListings(rows, count);
}

type FiledRow = { readonly at: Instant; readonly path: string; readonly listing: Json<Listing> };

/** Of rows in the order of their instants. SQLite would take half as long again to put ties in order. */
function firstListings(rows: Iterable<Record<string, unknown>>, count: number): Json<Listing>[] {
  const first: FiledRow[] = [];
  for (const row of rows as Iterable<FiledRow>) {
    if (first.length >= count && row.at !== first.at(-1)?.at) break;
    first.push(row);
  }
  first.sort((a, b) => b.at - a.at || comparePaths(a.path, b.path));
  return first.slice(0, count).map(({ listing }) => listing);
}

/** As SQLite does, by bytes. */
function comparePaths(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Paths of the stories of a list just after one, oldest first. */
export function listPathsAfter(
  { sql }: Archive,
  list: List,
  { path, publication: { at } }: PublishedStory,
  count: number,
): string[] {
  const rows = sql.all`
    SELECT stories.path FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list} AND filings.at >= ${at} AND (filings.at > ${at} OR stories.path < ${path})
    ORDER BY filings.at, stories.path DESC LIMIT ${count}`;
  return rows.map((row) => String(row.path));
}

/** Corrected stories, each with a correction of one day; newest corrections first. */
export function listCorrections(
  { sql }: Archive,
  { start, end }: { start: Instant; end: Instant },
  count: number,
): CorrectedStory[] {
  const rows = sql.all`
    SELECT stories.story, filings.at FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${CORRECTIONS} AND filings.at >= ${start} AND filings.at < ${end}
    ORDER BY filings.at DESC, stories.path LIMIT ${count}`;
  return rows.flatMap((row) => {
    const { address, headline, language, corrections }: PublishedStory = parseStored(row.story);
    const ofDay = corrections.filter(({ date }) => date.at === row.at);
    return ofDay.map((correction) => ({ address, headline, language, correction }));
  });
}

/** Paths of all stories of a list, with their moments. */
export function* listPaths({ sql }: Archive, list: List): Generator<{ path: string; at: Instant }> {
  const rows = sql.iterate`
    SELECT stories.path, filings.at FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list}`;
  for (const row of rows) yield { path: String(row.path), at: Number(row.at) };
}

/** Paths of a list's stories of a year, month or day. */
export function listPathsInPeriod(
  { sql }: Archive,
  zone: string,
  list: List,
  period: Period,
): string[] {
  const { start, end } = periodRange(zone, period);
  const rows = sql.all`
    SELECT stories.path FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list} AND filings.at >= ${start} AND filings.at < ${end}`;
  return rows.map((row) => String(row.path));
}

export function hasFilings({ sql }: Archive, list: List): boolean {
  return sql.get`SELECT 1 FROM filings WHERE list = ${list} LIMIT 1` !== undefined;
}

export function hasFilingsIn({ sql }: Archive, zone: string, list: List, period: Period): boolean {
  const { start, end } = periodRange(zone, period);
  const row = sql.get`SELECT 1 FROM filings WHERE list = ${list} AND at >= ${start} AND at < ${end} LIMIT 1`;
  return row !== undefined;
}

/**
 * The years, months or days (by `length` of the period) in which a list has stories, newest first.
 * One look-up for each: never all of its stories.
 */
export function listPeriods(
  { sql }: Archive,
  zone: string,
  list: List,
  length: number,
  within?: Period,
): Period[] {
  const periods: Period[] = [];
  const range = within === undefined ? ALL_TIME : periodRange(zone, within);
  for (let before = range.end; ; ) {
    const row = sql.get`
      SELECT max(at) AS at FROM filings WHERE list = ${list} AND at >= ${range.start} AND at < ${before}`;
    if (typeof row?.at !== "number") return periods;
    const period = dayIn(zone, row.at).slice(0, length);
    periods.push(period);
    before = periodRange(zone, period).start;
  }
}

/** Published stories whose priority may still count: those since an instant. */
export function listPrioritized({ sql }: Archive, since: Instant): PublishedStory[] {
  const rows = sql.all`
    SELECT story FROM stories WHERE priority IS NOT NULL AND at > ${since} ORDER BY at DESC, path`;
  return rows.map((row) => parseStored(row.story));
}

/** Published stories whose moment is after an instant and not after another, oldest first. */
export function listPublished({ sql }: Archive, after: Instant, upTo: Instant): PublishedStory[] {
  const rows = sql.all`
    SELECT stories.story FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${NEWS} AND filings.at > ${after} AND filings.at <= ${upTo}
    ORDER BY filings.at, stories.path DESC`;
  return rows.map((row) => parseStored(row.story));
}

/** The first instant after another at which the priority of a story stops to count. */
export function nextPriorityLapse(
  { sql }: Archive,
  termMs: number,
  after: Instant,
): Instant | undefined {
  const row = sql.get`
    SELECT min(at) AS at FROM stories WHERE priority IS NOT NULL AND at > ${after - termMs}`;
  return typeof row?.at === "number" ? row.at + termMs : undefined;
}

/** The name of a topic: as its first story by path writes it; `undefined` without stories. */
export function topicName({ sql }: Archive, key: string): string | undefined {
  const row = sql.get`SELECT name FROM topic_names WHERE key = ${key} ORDER BY path LIMIT 1`;
  return row === undefined ? undefined : String(row.name);
}
