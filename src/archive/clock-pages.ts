import { NEWS_SITEMAP, SECURITY, SITEMAP_INDEX } from "../model/crawler-page.ts";
import type { Instant } from "../model/instant.ts";
import { LATEST_LENGTH } from "../model/list.ts";
import { HOME, latestPages, type Page } from "../model/page.ts";
import { priorityTermMs, type Site, securityExpiry } from "../model/site.ts";
import { WITHDRAWAL_TERM_MS } from "../model/story.ts";
import { nextPriorityLapse } from "./lists.ts";
import type { Archive } from "./open-archive.ts";
import { nextNewsLapse } from "./sitemaps.ts";
import { listWithdrawals } from "./stored-stories.ts";

/** Pages that change with the clock alone: what they show is shown for a while only. */
export interface ClockPages {
  readonly pages: readonly Page[];
  /** The first instant after another at which they may show less. */
  readonly nextLapse: (after: Instant) => Instant | undefined;
}

export function listClockPages(archive: Archive, site: Site): readonly ClockPages[] {
  return [
    {
      pages: [HOME],
      nextLapse: (after) => nextPriorityLapse(archive, priorityTermMs(site), after),
    },
    {
      // The index names its parts.
      pages: [NEWS_SITEMAP, SITEMAP_INDEX],
      nextLapse: (after) => nextNewsLapse(archive, after),
    },
    {
      pages: latestPages(site),
      nextLapse: (after) => nextWithdrawalLapse(archive, after),
    },
    {
      pages: [SECURITY],
      nextLapse: (after) => {
        const expiry = securityExpiry(site);
        return expiry !== undefined && expiry > after ? expiry : undefined;
      },
    },
  ];
}

/** Of those that are told, the oldest is forgotten first. */
function nextWithdrawalLapse(archive: Archive, after: Instant): Instant | undefined {
  const oldest = listWithdrawals(archive, after - WITHDRAWAL_TERM_MS, LATEST_LENGTH).at(-1);
  return oldest && oldest.publication.modifiedAt + WITHDRAWAL_TERM_MS;
}
