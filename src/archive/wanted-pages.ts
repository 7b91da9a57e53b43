import { livePageAddress, outputFile } from "../model/address.ts";
import { ninjsPageAt, ninjsSubject } from "../model/crawler-page.ts";
import { livePages } from "../model/filing.ts";
import type { Day } from "../model/instant.ts";
import { listKey, listKind, NEWS } from "../model/list.ts";
import { feedOf, frontPage, type Page, periodOf, periodPage, staticPage } from "../model/page.ts";
import { listPageAt } from "../model/page-at.ts";
import type { Place } from "../model/place.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { hasFilings, hasFilingsIn } from "./lists.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";
import { editorsPageAtAddress, hasAuthor } from "./stored-pages.ts";
import {
  hasStoryAt,
  listAliasOwners,
  type StoredStory,
  storedStory,
  storyAtAddress,
} from "./stored-stories.ts";

/** Whether a front, a period page, a feed, what partners get, or one of the paper's fixed pages exists now. */
export function isWanted(archive: Archive, site: Site, page: Page): boolean {
  switch (page.kind) {
    case "period": {
      const { list, period } = periodOf(page);
      return hasFilingsIn(archive, site.zone, list, period);
    }
    case "feed":
      return site.feeds !== "none" && isFrontWanted(archive, site, feedOf(page).list);
    case "front":
    case "latest":
      return isFrontWanted(archive, site, page.subject);
    case "ninjs": {
      const subject = ninjsSubject(page);
      const shown = "list" in subject ? frontPage(subject.list) : periodPage(NEWS, subject.day);
      return site.feeds !== "none" && isWanted(archive, site, shown);
    }
    default:
      return true;
  }
}

function isFrontWanted(archive: Archive, site: Site, list: string): boolean {
  const key = listKey(list);
  switch (listKind(list)) {
    case "news":
    case "corrections":
      return true;
    case "section":
      return site.sections.some((section) => section.key === key) || hasFilings(archive, list);
    case "author":
      return hasAuthor(archive, key) || hasFilings(archive, list);
    case "topic":
      return hasFilings(archive, list);
  }
}

/** Whether a published page shows a picture. */
export function isShown({ sql }: Archive, src: string): boolean {
  return (
    sql.get`SELECT 1 FROM mentions WHERE kind = 'picture' AND target = ${src} LIMIT 1` !== undefined
  );
}

/** Whether a published story has it as its lead picture. */
export function isLead({ sql }: Archive, src: string): boolean {
  return (
    sql.get`SELECT 1 FROM mentions WHERE kind = 'lead' AND target = ${src} LIMIT 1` !== undefined
  );
}

/** The place whose map published stories show: as the first of them has it. */
export function mappedPlace({ sql }: Archive, key: string): Place | undefined {
  const row = sql.get`
    SELECT story FROM mentions JOIN stories USING (path)
    WHERE kind = 'map' AND target = ${key} ORDER BY path LIMIT 1`;
  return row === undefined ? undefined : parseStored<PublishedStory>(row.story).place;
}

/** The page of a live blog, beside its story's, that stands at an address: that of a day, or what browsers poll. */
export function livePageAt(
  archive: Archive,
  address: string,
): { page: Page; stored: StoredStory; day?: Day } | undefined {
  const { story: ofStory = "", day } = livePageAddress(address) ?? {};
  const stored = ofStory === "" ? undefined : storyAtAddress(archive, ofStory);
  if (stored === undefined || !isPublished(stored.story)) return undefined;
  const page = livePages(stored.story).find((page) => page.address === address);
  return page && { page, stored, ...(day !== undefined && { day }) };
}

/** The address at which a link to `address` arrives; `undefined` when nothing of the paper answers there. */
export function resolveAddress(archive: Archive, site: Site, address: string): string | undefined {
  if (hasStoryAt(archive, address)) return address;
  if (editorsPageAtAddress(archive, address) !== undefined) return address;
  if (livePageAt(archive, address) !== undefined) return address;
  const page = listPageAt(site, address) ?? ninjsPageAt(site, address);
  if (page !== undefined) return isWanted(archive, site, page) ? address : undefined;
  return staticFileAt(archive, address) === undefined ? aliasTarget(archive, address) : address;
}

/** Address of the story that used to stand at `alias`. */
export function aliasTarget(archive: Archive, alias: string): string | undefined {
  const [owner] = listAliasOwners(archive, alias);
  return owner === undefined ? undefined : storedStory(archive, owner)?.story.address;
}

/** Path of the file of content/static/ that readers get at an address. */
export function staticFileAt({ sql }: Archive, address: string): string | undefined {
  const path = `static/${outputFile(address)}`;
  const isThere = sql.get`SELECT 1 FROM files WHERE path = ${path} AND NOT is_faulty` !== undefined;
  return isThere && staticPage(path).address === address ? path : undefined;
}
