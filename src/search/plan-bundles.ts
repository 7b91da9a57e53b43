import { listPeriods } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { countStoriesIn } from "../archive/search-records.ts";
import { dayIn, type Instant } from "../model/instant.ts";
import { NEWS, type Period } from "../model/list.ts";

/** Making a bundle of so many takes 1.2 GB; of a month, as many as it has. */
const MOST_OF_A_YEAR = 4_000;

/**
 * Years with stories, newest first, each with the bundles that hold them: the year, or its months, newest
 * first, while it is not over or where it has too many stories.
 */
export function planBundles(archive: Archive, zone: string, now: Instant): Map<Period, Period[]> {
  const openYear = dayIn(zone, now).slice(0, 4);
  const bundlesOf = (year: Period) =>
    year < openYear && countStoriesIn(archive, zone, year) <= MOST_OF_A_YEAR
      ? [year]
      : listPeriods(archive, zone, NEWS, 7, year);
  const years = listPeriods(archive, zone, NEWS, 4);
  return new Map(years.map((year) => [year, bundlesOf(year)]));
}
