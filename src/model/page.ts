import { editorsPageAddress, listAddress, periodAddress, storyAddress } from "./address.ts";
import { type List, listKind, NEWS, type Period } from "./list.ts";

/** Something that is planned and rendered. `subject` says which one of its kind. */
export interface Page {
  readonly kind: PageKind;
  /** A story's or editors' page's path, a list, a list and a period with a space between, an alias, or empty. */
  readonly subject: string;
  readonly address: string;
}

/** In the order in which pages are published: what is linked to stands before what links to it. */
export const PAGE_KINDS = [
  "not-found",
  "editors-page",
  "story",
  "redirect",
  "period",
  "front",
  "archive",
  "home",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const HOME: Page = { kind: "home", subject: "", address: "/" };
export const ARCHIVE: Page = { kind: "archive", subject: "", address: "/archive/" };
export const NOT_FOUND: Page = { kind: "not-found", subject: "", address: "/404.html" };

export function storyPage(path: string): Page {
  return { kind: "story", subject: path, address: storyAddress(path) };
}

export function editorsPage(path: string): Page {
  return { kind: "editors-page", subject: path, address: editorsPageAddress(path) };
}

export function redirectPage(alias: string): Page {
  return { kind: "redirect", subject: alias, address: alias };
}

export function frontPage(list: List): Page {
  return { kind: "front", subject: list, address: listAddress(list) };
}

export function periodPage(list: List, period: Period): Page {
  return { kind: "period", subject: `${list} ${period}`, address: periodAddress(list, period) };
}

/** List and period of a period page. */
export function periodOf(page: Page): { list: List; period: Period } {
  const [list, period] = page.subject.split(" ") as [List, Period];
  return { list, period };
}

/** Fronts that exist even when nothing is filed under them, beside those of sections and authors. */
export function isStandingList(list: List): boolean {
  return listKind(list) === "corrections" || list === NEWS;
}
