import {
  listCorrections,
  listInPeriod,
  listNewest,
  listPeriods,
  topicName,
} from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { storedAuthor } from "../archive/stored-pages.ts";
import { type Json, jsonList, jsonWith, toJson } from "../model/json.ts";
import {
  CORRECTIONS,
  type List,
  listKey,
  listKind,
  NEWS,
  PERIOD_LENGTHS,
  type Period,
} from "../model/list.ts";
import type {
  CorrectionsProps,
  ListHead,
  MonthProps,
  PageProps,
  YearProps,
} from "../model/page-props.ts";
import { ALL_TIME, periodRange } from "../model/period-range.ts";
import type { Site } from "../model/site.ts";
import { leadPicture } from "./shown-picture.ts";

/** How many stories a front shows. */
const FRONT_LENGTH = 50;
const DAY_TEASERS = 5;

/** What the front of a list shows. */
export function frontProps(archive: Archive, site: Site, list: List): Json<PageProps["front"]> {
  const periods = list === NEWS ? [] : listPeriods(archive, site.zone, list, longestPeriod(list));
  if (list === CORRECTIONS) return toJson(correctionsProps(archive, site, periods));
  const listings = jsonList(listNewest(archive, list, FRONT_LENGTH));
  const author = listKind(list) === "author" ? storedAuthor(archive, listKey(list)) : undefined;
  const portrait = leadPicture(archive, author?.image);
  const head = {
    ...listHead(archive, site, list),
    ...(author !== undefined && { author }),
    ...(portrait !== undefined && { portrait }),
  };
  return jsonWith({ shows: "front", head, periods } as const, "listings", listings);
}

/** What the page of a year, month or day shows. */
export function periodProps(
  archive: Archive,
  site: Site,
  list: List,
  period: Period,
): Json<PageProps["period"]> {
  if (list === CORRECTIONS) return toJson(correctionsProps(archive, site, [], period));
  if (list === NEWS && period.length === 4) return toJson(yearProps(archive, site, period));
  if (list === NEWS && period.length === 7) return monthProps(archive, site, period);
  const listings = jsonList(listInPeriod(archive, site.zone, list, period));
  const head = listHead(archive, site, list);
  return jsonWith({ shows: "period", head, period } as const, "listings", listings);
}

function longestPeriod(list: List): number {
  return Math.max(...PERIOD_LENGTHS[listKind(list)]);
}

export function listHead(archive: Archive, site: Site, list: List): ListHead {
  const key = listKey(list);
  switch (listKind(list)) {
    case "section": {
      const section = site.sections.find((candidate) => candidate.key === key);
      // A section that is gone from site.yaml stays while stories that could not be made again link to it.
      return { list, name: key, ...section };
    }
    case "author":
      return { list, name: storedAuthor(archive, key)?.name ?? key };
    case "topic":
      return { list, name: topicName(archive, key) ?? key };
    default:
      return { list, name: list };
  }
}

function yearProps(archive: Archive, site: Site, period: Period): YearProps {
  return {
    shows: "year",
    period,
    days: listPeriods(archive, site.zone, NEWS, 10, period).toReversed(),
  };
}

function monthProps(archive: Archive, site: Site, period: Period): Json<MonthProps> {
  const days = listPeriods(archive, site.zone, NEWS, 10, period).map((day) => {
    const listings = listInPeriod(archive, site.zone, NEWS, day, DAY_TEASERS + 1);
    const hasMore = listings.length > DAY_TEASERS;
    return jsonWith({ day, hasMore }, "listings", jsonList(listings.slice(0, DAY_TEASERS)));
  });
  return jsonWith({ shows: "month", period } as const, "days", jsonList(days));
}

function correctionsProps(
  archive: Archive,
  site: Site,
  periods: readonly Period[],
  period?: Period,
): CorrectionsProps {
  const [range, count] =
    period === undefined ? [ALL_TIME, FRONT_LENGTH] : [periodRange(site.zone, period), -1];
  const corrected = listCorrections(archive, range, count);
  return { shows: "corrections", ...(period !== undefined && { period }), corrected, periods };
}
