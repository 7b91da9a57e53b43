import type { Day } from "./instant.ts";
import { type List, listKey, listKind, type Period } from "./list.ts";

const LIST_ADDRESS: Record<string, (key: string) => string> = {
  news: () => "/latest/",
  corrections: () => "/corrections/",
  section: (key) => `/${key}/`,
  author: (key) => `/authors/${key}/`,
  topic: (key) => `/topics/${key}/`,
};

/** Address of a list's front. */
export function listAddress(list: List): string {
  const address = LIST_ADDRESS[listKind(list)] as (key: string) => string;
  return address(listKey(list));
}

/** Where the periods and feeds of a list are: those of the latest updates are the paper's. */
export function listFolder(list: List): string {
  return listKind(list) === "news" ? "/" : listAddress(list);
}

/** Address of the part of a list that falls into a year, month or day. */
export function periodAddress(list: List, period: Period): string {
  return `${listFolder(list)}${period.replaceAll("-", "/")}/`;
}

/** `stories/2001/07/slug.md` is found at `/2001/07/slug/`. */
export function storyAddress(path: string): string {
  return `/${path.slice("stories/".length, -".md".length)}/`;
}

/** Where the posts of a day are, of the live blog at an address. */
export function liveDayAddress(story: string, day: Day): string {
  return `${story}${day}/`;
}

/** What browsers poll that have a live blog open. */
export function liveFileAddress(story: string): string {
  return `${story}live.json`;
}

/** Which page of which live blog would stand at an address: that of a day, or what browsers poll. */
export function livePageAddress(address: string): { story: string; day?: Day } | undefined {
  const [, story, day] =
    /^(\/\d{4}\/\d\d\/[^/]+\/)(?:(\d{4}-\d\d-\d\d)\/|live\.json)$/.exec(address) ?? [];
  if (story === undefined) return undefined;
  return { story, ...(day !== undefined && { day }) };
}

/** `pages/about.md` is found at `/about/`. */
export function editorsPageAddress(path: string): string {
  return `/${path.slice("pages/".length, -".md".length)}/`;
}

/** The map around a place. */
export function mapAddress(key: string): string {
  return `/maps/${key}.svg`;
}

/** Key of the place around which a map at an address would be; `undefined` for any other address. */
export function mapKeyAt(address: string): string | undefined {
  return /^\/maps\/([^/]+)\.svg$/.exec(address)?.[1];
}

/** File of the output folder that a server answers with: `/x/` is `x/index.html`. */
export function outputFile(address: string): string {
  return address.slice(1) + (address.endsWith("/") ? "index.html" : "");
}

/** Address at which a server answers with a file of the output folder. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** First parts of addresses that belong to the paper itself, so that no section, author or page may take them. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  "latest",
  "archive",
  "authors",
  "topics",
  "corrections",
  "search",
  "assets",
  "media",
  "maps",
  "share",
]);
