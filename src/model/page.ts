import {
  addressOf,
  editorsPageAddress,
  listAddress,
  liveDayAddress,
  liveFileAddress,
  mapAddress,
  periodAddress,
  storyAddress,
} from "./address.ts";
import { type FeedFormat, feedAddress, feedFormats, latestAddress } from "./feed.ts";
import type { Day } from "./instant.ts";
import { type List, NEWS, type Period, sectionList } from "./list.ts";
import { SLOTS, type Slot } from "./picture.ts";
import type { Site } from "./site.ts";

/** A file that is planned and published. `subject` says which one of its kind. */
export interface Page {
  readonly kind: PageKind;
  /**
   * The path of a story, editors' page, picture or static file; the name of an asset or icon; the key of a place; a list; a
   * list and a period, or a format and a list, with a space between; a month or day; an alias; the slot of a rendition, then
   * the picture's path; a day of a live blog, then its path; what a server's file is for.
   */
  readonly subject: string;
  readonly address: string;
}

/** In the order in which pages are published: what is linked to stands before what links to it. */
export const PAGE_KINDS = [
  "asset",
  "icon",
  "favicon",
  "manifest",
  "picture",
  "rendition",
  "static",
  "map",
  "not-found",
  "service-worker",
  "editors-page",
  "live-day",
  "story",
  "redirect",
  "period",
  "front",
  "archive",
  "search",
  "home",
  "feed",
  "latest",
  "live",
  "ninjs",
  "sitemap",
  "news-sitemap",
  "robots",
  "security",
  "server-file",
  // Takes longest, and no page shows it: when pages are out.
  "share-image",
  // A file in the output folder that nobody knows: always removed.
  "stray",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const HOME: Page = { kind: "home", subject: "", address: "/" };
export const ARCHIVE: Page = { kind: "archive", subject: "", address: "/archive/" };
export const SEARCH: Page = { kind: "search", subject: "", address: "/search/" };
/** Browsers ask for it again at the address at which they first got it. */
export const SERVICE_WORKER: Page = {
  kind: "service-worker",
  subject: "",
  address: "/service-worker.js",
};
export const NOT_FOUND: Page = { kind: "not-found", subject: "", address: "/404.html" };

/** Folder of the output that holds the search index. */
export const SEARCH_FOLDER = "search/bundles";

export function storyPage(path: string): Page {
  return { kind: "story", subject: path, address: storyAddress(path) };
}

/** The posts of a day of a live blog. */
export function liveDayPage(path: string, day: Day): Page {
  return {
    kind: "live-day",
    subject: `${day} ${path}`,
    address: liveDayAddress(storyAddress(path), day),
  };
}

/** Day and live blog of a day's page. */
export function liveDayOf({ subject }: Page): { day: Day; path: string } {
  const [day, path] = subject.split(" ") as [Day, string];
  return { day, path };
}

/** What browsers poll that have a live blog open. */
export function liveFilePage(path: string): Page {
  return { kind: "live", subject: path, address: liveFileAddress(storyAddress(path)) };
}

export function editorsPage(path: string): Page {
  return { kind: "editors-page", subject: path, address: editorsPageAddress(path) };
}

export function redirectPage(alias: string): Page {
  return { kind: "redirect", subject: alias, address: alias };
}

/** Stylesheet, script or typeface. Its address carries its content's hash: on the queue a name that is no address stands for it. */
export function assetPage(name: string): Page {
  return { kind: "asset", subject: name, address: `assets/${name}` };
}

/** Likewise. */
function picturePage(src: string): Page {
  return pictureAsset("picture", src);
}

/** All that a picture may be published as: as it is, and in other widths, formats and shapes. */
export function picturePages(src: string): Page[] {
  return [picturePage(src), ...SLOTS.map((slot) => renditionPage(slot, src))];
}

function renditionPage({ name }: Slot, src: string): Page {
  return pictureAsset("rendition", `${name} ${src}`);
}

/** Slot and picture of a rendition. */
export function renditionOf({ subject }: Page): { slot: Slot; src: string } {
  const space = subject.indexOf(" ");
  const name = subject.slice(0, space);
  const slot = SLOTS.find((slot) => slot.name === name) as Slot;
  return { slot, src: subject.slice(space + 1) };
}

/** Of a story, by its path, or of the paper. */
export function shareImagePage(path: string): Page {
  return { kind: "share-image", subject: path, address: `share/${path}` };
}

function pictureAsset(kind: "picture" | "rendition", subject: string): Page {
  return { kind, subject, address: `media/${subject}` };
}

/** The paper's mark, in one size. Likewise. */
export function iconPage(name: string): Page {
  return { kind: "icon", subject: name, address: `assets/${name}` };
}

/** Whether a page's address is named by its content, so that pages made earlier go on working. */
export function isNamedByContent({ kind }: Pick<Page, "kind">): boolean {
  return ["asset", "icon", "picture", "rendition", "share-image"].includes(kind);
}

/** Under which address a page stands on the stale queue: an asset's own follows from its content. */
export function queueAddress({ kind, subject, address }: Page): string {
  if (kind === "asset" || kind === "icon") return assetPage(subject).address;
  if (kind === "share-image") return shareImagePage(subject).address;
  return kind === "picture" || kind === "rendition" ? pictureAsset(kind, subject).address : address;
}

export function mapPage(key: string): Page {
  return { kind: "map", subject: key, address: mapAddress(key) };
}

export function staticPage(path: string): Page {
  return { kind: "static", subject: path, address: addressOf(path.slice("static/".length)) };
}

export function frontPage(list: List): Page {
  return { kind: "front", subject: list, address: listAddress(list) };
}

export function periodPage(list: List, period: Period): Page {
  return { kind: "period", subject: `${list} ${period}`, address: periodAddress(list, period) };
}

/** A list in each of the formats in which there is a feed of it. */
export function feedPages(list: List): Page[] {
  return feedFormats(list).map((format) => ({
    kind: "feed",
    subject: `${format} ${list}`,
    address: feedAddress(format, list),
  }));
}

/** Format and list of a feed. */
export function feedOf({ subject }: Page): { format: FeedFormat; list: List } {
  const [format, list] = subject.split(" ") as [FeedFormat, List];
  return { format, list };
}

/** What browsers poll for the newest of a list. */
export function latestPage(list: List): Page {
  return { kind: "latest", subject: list, address: latestAddress(list) };
}

/** What browsers poll for the newest of the paper and of its sections. */
export function latestPages({ sections }: Site): Page[] {
  return [NEWS, ...sections.map(({ key }) => sectionList(key))].map(latestPage);
}

/** List and period of a period page. */
export function periodOf(page: Page): { list: List; period: Period } {
  const [list, period] = page.subject.split(" ") as [List, Period];
  return { list, period };
}
