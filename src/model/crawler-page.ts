import { listAddress, periodAddress } from "./address.ts";
import type { Day } from "./instant.ts";
import { type List, listKind, NEWS, type Period, sectionList } from "./list.ts";
import { type Page, periodOf } from "./page.ts";
import { listPageAt } from "./page-at.ts";
import type { Site } from "./site.ts";

/** Names all other sitemaps. */
export const SITEMAP_INDEX: Page = { kind: "sitemap", subject: "", address: "/sitemap.xml" };
/** Of the pages that belong to no month. */
export const PAGES_SITEMAP = sitemapPage("pages");
export const NEWS_SITEMAP = newsSitemapPage(1);
export const ROBOTS: Page = { kind: "robots", subject: "", address: "/robots.txt" };
export const SECURITY: Page = {
  kind: "security",
  subject: "",
  address: "/.well-known/security.txt",
};
/** For programs that ask for it without having seen a page. */
export const FAVICON: Page = { kind: "favicon", subject: "", address: "/favicon.ico" };
export const MANIFEST: Page = { kind: "manifest", subject: "", address: "/site.webmanifest" };

/** A part of the stories of a month. */
export function sitemapPage(month: Period, part = 1): Page {
  return { kind: "sitemap", subject: month, address: `/sitemap-${month}${partSuffix(part)}.xml` };
}

export function newsSitemapPage(part: number): Page {
  return { kind: "news-sitemap", subject: "", address: `/news-sitemap${partSuffix(part)}.xml` };
}

function partSuffix(part: number): string {
  return part === 1 ? "" : `-${part}`;
}

/** Counted from 1. */
export function partOf({ kind, address }: Page): number {
  const number = kind === "sitemap" ? /^\/sitemap-\d{4}-\d\d-(\d+)/ : /^\/news-sitemap-(\d+)/;
  return Number(number.exec(address)?.[1] ?? 1);
}

/** The stories of a day, for partners. */
export function dayNinjsPage(day: Day): Page {
  return { kind: "ninjs", subject: day, address: `${periodAddress(NEWS, day)}${NINJS}` };
}

/** The newest stories of a section, likewise. */
export function sectionNinjsPage(key: string): Page {
  const list = sectionList(key);
  return { kind: "ninjs", subject: list, address: `${listAddress(list)}${NINJS}` };
}

const NINJS = "ninjs.json";

/** What would stand at an address for those who read the paper with a program; `undefined` for other addresses. */
export function crawlerPageAt(site: Site, address: string): Page | undefined {
  const fixed = [SITEMAP_INDEX, PAGES_SITEMAP, NEWS_SITEMAP, ROBOTS, SECURITY, FAVICON, MANIFEST];
  const [, month, part] = /^\/sitemap-(\d{4}-\d\d)(?:-([2-9]|[1-9]\d+))?\.xml$/.exec(address) ?? [];
  if (month !== undefined) return sitemapPage(month, Number(part ?? 1));
  const [, newsPart] = /^\/news-sitemap-([2-9]|[1-9]\d+)\.xml$/.exec(address) ?? [];
  if (newsPart !== undefined) return newsSitemapPage(Number(newsPart));
  return fixed.find((page) => page.address === address) ?? ninjsPageAt(site, address);
}

/** What would stand at an address for partners; `undefined` for other addresses. */
export function ninjsPageAt(site: Site, address: string): Page | undefined {
  if (!address.endsWith(`/${NINJS}`)) return undefined;
  const page = listPageAt(site, address.slice(0, -NINJS.length));
  if (page?.kind === "front" && listKind(page.subject) === "section") {
    return { kind: "ninjs", subject: page.subject, address };
  }
  if (page?.kind !== "period") return undefined;
  const { list, period } = periodOf(page);
  return list === NEWS && isDay(period) ? dayNinjsPage(period) : undefined;
}

function isDay(period: Period): boolean {
  return period.length === "2001-07-19".length;
}

/** Whether it carries a day or the newest of a list. */
export function ninjsSubject({ subject }: Page): { readonly day: Day } | { readonly list: List } {
  return isDay(subject) && !subject.includes("/") ? { day: subject } : { list: subject };
}
