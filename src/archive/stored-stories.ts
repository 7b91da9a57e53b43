import { type Filing, filingsOf } from "../model/filing.ts";
import type { Instant } from "../model/instant.ts";
import { type Json, toJson } from "../model/json.ts";
import type { List, Period } from "../model/list.ts";
import { listingOf } from "../model/listing.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "../model/story.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";

/** A story as readers know it, or as the next build will show it to them. */
export interface StoredStory {
  readonly story: PublishedStory | Withdrawal;
  /** The same. */
  readonly json: Json<PublishedStory | Withdrawal>;
  /** Of its file. */
  readonly hash: string;
  /** The file has an error since: page and listings stay as they are. */
  readonly isKept: boolean;
}

export function storedStory({ sql }: Archive, path: string): StoredStory | undefined {
  return fromRow(sql.get`SELECT story, hash, is_kept FROM stories WHERE path = ${path}`);
}

export function storyAtAddress({ sql }: Archive, address: string): StoredStory | undefined {
  return fromRow(sql.get`SELECT story, hash, is_kept FROM stories WHERE address = ${address}`);
}

/** The newest stories of a list, each with the instant at which it is filed there. */
export function newestStories(
  { sql }: Archive,
  list: List,
  count: number,
): (StoredStory & { readonly at: Instant })[] {
  const rows = sql.all`
    SELECT stories.story, hash, is_kept, filings.at FROM filings JOIN stories ON stories.id = filings.story
    WHERE filings.list = ${list} ORDER BY filings.at DESC, stories.path LIMIT ${count}`;
  return rows.map((row) => ({ ...(fromRow(row) as StoredStory), at: Number(row.at) }));
}

export function* listLiveBlogs({ sql }: Archive): Generator<PublishedStory> {
  for (const row of sql.iterate`SELECT story FROM stories WHERE is_live`) {
    yield parseStored(row.story);
  }
}

/** Withdrawn stories that were modified after an instant, the latest first; all of them, or a few. */
export function listWithdrawals({ sql }: Archive, after: Instant, count = -1): Withdrawal[] {
  const rows = sql.all`
    SELECT story FROM stories
    WHERE listing = '' AND json_extract(story, '$.publication.modifiedAt') > ${after}
    ORDER BY json_extract(story, '$.publication.modifiedAt') DESC, path LIMIT ${count}`;
  return rows.map((row) => parseStored(row.story));
}

export function hasStoryAt({ sql }: Archive, address: string): boolean {
  return sql.get`SELECT 1 FROM stories WHERE address = ${address}` !== undefined;
}

/** Paths of other stories with the same text. */
export function listSameBodies({ sql }: Archive, bodyHash: string, path: string): string[] {
  const rows = sql.all`SELECT path FROM stories WHERE body_hash = ${bodyHash} AND path <> ${path} ORDER BY path`;
  return rows.map((row) => String(row.path));
}

/** Paths of the stories and pages that give an address as their former one. */
export function listAliasOwners({ sql }: Archive, alias: string): string[] {
  return sql.all`SELECT path FROM aliases WHERE alias = ${alias} ORDER BY path`.map((row) =>
    String(row.path),
  );
}

export function removeStory({ sql }: Archive, story: StoredStory["story"]): void {
  const { path } = story;
  const id = Number(sql.get`DELETE FROM stories WHERE path = ${path} RETURNING id`?.id);
  if (isPublished(story)) {
    for (const { list, at } of filingsOf(story))
      sql.run`DELETE FROM filings WHERE list = ${list} AND at = ${at} AND story = ${id}`;
    for (const { key } of story.topics)
      sql.run`DELETE FROM topic_names WHERE key = ${key} AND path = ${path}`;
  }
  removeAliases({ sql }, path);
  removeMentions({ sql }, path);
}

export function removeAliases({ sql }: Pick<Archive, "sql">, path: string): void {
  sql.run`DELETE FROM aliases WHERE path = ${path}`;
}

function storeAliases({ sql }: Archive, { path, aliases }: PublishedStory | Withdrawal): void {
  for (const alias of aliases) sql.run`INSERT OR IGNORE INTO aliases VALUES (${alias}, ${path})`;
}

/** Leaves a story as it stands, with what its old addresses lead to. */
export function keepStory(archive: Archive, story: PublishedStory | Withdrawal): void {
  archive.sql.run`UPDATE stories SET is_kept = 1 WHERE path = ${story.path}`;
  storeAliases(archive, story);
}

export function countKeptStories({ sql }: Archive): number {
  return Number(sql.get`SELECT count(*) AS n FROM stories WHERE is_kept`?.n);
}

/** Stories that are published in their earlier form, because their files have errors. */
export function* listKeptStories({ sql }: Archive): Generator<string> {
  const rows = sql.iterate`SELECT path FROM stories WHERE is_kept ORDER BY path`;
  for (const { path } of rows) yield String(path);
}

/** Stores a story whose path is unknown, or known no more. */
export function storeStory(
  archive: Archive,
  story: PublishedStory | Withdrawal,
  hash: string,
): void {
  const { sql } = archive;
  const { path, address, publication } = story;
  const [bodyHash, priority, isLive, listing] = isPublished(story)
    ? [
        story.bodyHash,
        story.priority ?? null,
        Number(story.kind === "live"),
        toJson(listingOf(story)),
      ]
    : ["", null, 0, ""];
  const { lastInsertRowid: id } = sql.run`
    INSERT INTO stories (
      path, address, at, priority, hash, body_hash, is_kept, is_live, story, listing, month, modified)
    VALUES (
      ${path}, ${address}, ${publication.at}, ${priority}, ${hash}, ${bodyHash}, 0, ${isLive},
      ${toJson(story)}, ${listing}, ${sitemapMonth(story) ?? null}, ${publication.modifiedAt})`;
  storeAliases(archive, story);
  if (!isPublished(story)) return;
  for (const filing of filingsOf(story)) storeFiling(archive, filing, id);
  for (const { key, name } of story.topics) {
    sql.run`INSERT OR IGNORE INTO topic_names VALUES (${key}, ${path}, ${name})`;
  }
  storeMentions(archive, story);
  if (story.image) sql.run`INSERT INTO mentions VALUES ('lead', ${story.image.src}, ${path})`;
  if (story.place) sql.run`INSERT INTO mentions VALUES ('map', ${story.place.key}, ${path})`;
}

/** Month whose sitemap lists a story: what search engines are not to list here is in none. */
function sitemapMonth(story: PublishedStory | Withdrawal): Period | undefined {
  if (!isPublished(story) || story.canonical !== undefined) return undefined;
  const { day, preview } = story.publication;
  return preview === undefined ? day.slice(0, "2001-07".length) : undefined;
}

function storeFiling({ sql }: Archive, { list, at }: Filing, story: number | bigint): void {
  sql.run`INSERT OR IGNORE INTO filings VALUES (${list}, ${at}, ${story})`;
}

interface Mentioning {
  readonly path: string;
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

export function storeMentions({ sql }: Archive, { path, links, pictures }: Mentioning): void {
  for (const link of links)
    sql.run`INSERT OR IGNORE INTO mentions VALUES ('link', ${link}, ${path})`;
  for (const src of pictures)
    sql.run`INSERT OR IGNORE INTO mentions VALUES ('picture', ${src}, ${path})`;
}

export function removeMentions({ sql }: Pick<Archive, "sql">, path: string): void {
  sql.run`DELETE FROM mentions WHERE path = ${path}`;
}

function fromRow(row: Record<string, unknown> | undefined): StoredStory | undefined {
  if (row === undefined) return undefined;
  return {
    story: parseStored(row.story),
    json: row.story as Json<StoredStory["story"]>,
    hash: String(row.hash),
    isKept: row.is_kept === 1,
  };
}
