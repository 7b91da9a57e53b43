import { listClockPages } from "../archive/clock-pages.ts";
import type { Archive } from "../archive/open-archive.ts";
import { nextFileMoment } from "../archive/seen-files.ts";
import type { Instant } from "../model/instant.ts";
import { HOME } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { nextLapse } from "./props-of-home.ts";

/** The first instant after `now` at which the output differs with no edit. */
export function nextChange(archive: Archive, site: Site, now: Instant): Instant | undefined {
  // Not every lapse of a priority changes the front page.
  const others = listClockPages(archive, site).filter(({ pages }) => !pages.includes(HOME));
  const instants = [
    nextFileMoment(archive, now),
    nextLapse(archive, site, now),
    ...others.map((page) => page.nextLapse(now)),
  ].filter((instant) => instant !== undefined);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
