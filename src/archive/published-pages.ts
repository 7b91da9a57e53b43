import type { Instant } from "../model/instant.ts";
import type { Page, PageKind } from "../model/page.ts";
import type { Archive } from "./open-archive.ts";

/** A page as readers can get it. */
export interface PublishedPage extends Page {
  /** Of what it shows; empty where its bytes may be older, newer or missing. */
  readonly fingerprint: string;
  /** SHA-256 of its bytes, likewise. */
  readonly hash: string;
}

export function publishedPage({ sql }: Archive, address: string): PublishedPage | undefined {
  const row = sql.get`SELECT * FROM pages WHERE address = ${address}`;
  return row === undefined ? undefined : fromRow(row);
}

export function hasPageAt(archive: Archive, address: string): boolean {
  return publishedPage(archive, address) !== undefined;
}

export function hasMorePagesThan({ sql }: Archive, most: number): boolean {
  return sql.get`SELECT 1 FROM pages LIMIT 1 OFFSET ${most}` !== undefined;
}

/** All of them by address, a part at a time, so that they can be forgotten meanwhile. */
export function listPublishedPages({ sql }: Archive): Generator<PublishedPage> {
  return inParts(
    (address) => sql.all`
      SELECT * FROM pages WHERE address > ${address} ORDER BY address LIMIT ${PART_LENGTH}`,
  );
}

const PART_LENGTH = 500;

function* inParts(
  listAfter: (address: string) => Record<string, unknown>[],
): Generator<PublishedPage> {
  for (let address = ""; ; ) {
    const pages = listAfter(address).map(fromRow);
    yield* pages;
    if (pages.length < PART_LENGTH) return;
    address = String(pages.at(-1)?.address);
  }
}

/** Pages of one kind and subject: an asset has one for each content that it had in the last 30 days. */
export function listPagesOf({ sql }: Archive, kind: PageKind, subject: string): PublishedPage[] {
  return sql.all`SELECT * FROM pages WHERE kind = ${kind} AND subject = ${subject}`.map(fromRow);
}

export function storePage({ sql }: Archive, page: PublishedPage): void {
  const { address, kind, subject, fingerprint, hash } = page;
  sql.run`INSERT OR REPLACE INTO pages VALUES (${address}, ${kind}, ${subject}, ${fingerprint}, ${hash}, NULL)`;
}

/** Gives up knowing a page's bytes, before they change or go: a build that is killed then leaves doubt, not error. */
export function doubtPage({ sql }: Archive, address: string): void {
  sql.run`UPDATE pages SET fingerprint = '', hash = '' WHERE address = ${address}`;
}

/** A part at a time, likewise. */
export function listDoubtfulPages({ sql }: Archive): Generator<PublishedPage> {
  return inParts(
    (address) => sql.all`
      SELECT * FROM pages WHERE hash = '' AND address > ${address} ORDER BY address LIMIT ${PART_LENGTH}`,
  );
}

export function forgetPage({ sql }: Archive, address: string): void {
  sql.run`DELETE FROM pages WHERE address = ${address}`;
}

/** Every page is rendered again; what was published stays known. */
export function forgetFingerprints({ sql }: Archive): void {
  sql.run`UPDATE pages SET fingerprint = ''`;
}

/** Makes `address` the current one of an asset's contents, and all others superseded. */
export function supersedeAsset({ sql }: Archive, asset: Page, now: Instant): void {
  const { kind, subject, address } = asset;
  sql.run`
    UPDATE pages SET superseded = CASE address WHEN ${address} THEN NULL ELSE coalesce(superseded, ${now}) END
    WHERE kind = ${kind} AND subject = ${subject}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Assets that nobody can need any more: superseded for 30 days, so that no cache holds pages with them,
 * and none while pages stand that could not be made again since.
 */
export function listOutdatedAssets({ sql }: Archive, now: Instant): PublishedPage[] {
  const rows = sql.all`
    SELECT * FROM pages WHERE superseded <= ${now - 30 * DAY_MS}
    AND NOT EXISTS (SELECT 1 FROM stories WHERE is_kept)
    AND NOT EXISTS (SELECT 1 FROM editors_pages WHERE is_kept)`;
  return rows.map(fromRow);
}

function fromRow(row: Record<string, unknown>): PublishedPage {
  return {
    address: String(row.address),
    kind: row.kind as PageKind,
    subject: String(row.subject),
    fingerprint: String(row.fingerprint),
    hash: String(row.hash),
  };
}
