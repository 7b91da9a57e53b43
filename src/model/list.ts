import type { Day } from "./instant.ts";

/** Something that stories are filed under, newest first: `news`, `corrections`, `section/world`, `author/rome-bureau`, `topic/russia`. */
export type List = string;

/** A year, month or day: `2001`, `2001-07`, `2001-07-19`. */
export type Period = string;

export const NEWS: List = "news";
export const CORRECTIONS: List = "corrections";
export const sectionList = (key: string): List => `section/${key}`;
export const authorList = (key: string): List => `author/${key}`;
export const topicList = (key: string): List => `topic/${key}`;

/** How many stories a feed carries. */
export const FEED_LENGTH = 50;

/** How many stories there are in what browsers poll. */
export const LATEST_LENGTH = 20;

/** How many stories before it, of its first topic, a story names. */
export const EARLIER_STORIES = 5;

export type ListKind = "news" | "corrections" | "section" | "author" | "topic";

export function listKind(list: List): ListKind {
  const end = list.indexOf("/");
  return (end === -1 ? list : list.slice(0, end)) as ListKind;
}

/** Key of the section, author or topic; empty for the two lists that have none. */
export function listKey(list: List): string {
  return list.slice(listKind(list).length + 1);
}

/** Length of the periods into which a list's older stories are cut: 4 for years, 7 for months, 10 for days. */
export const PERIOD_LENGTHS: Record<ListKind, readonly number[]> = {
  news: [4, 7, 10],
  section: [7],
  author: [4],
  topic: [4],
  corrections: [4],
};

export function periodsOf(list: List, day: Day): Period[] {
  return PERIOD_LENGTHS[listKind(list)].map((length) => day.slice(0, length));
}
