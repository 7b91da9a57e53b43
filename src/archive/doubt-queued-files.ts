import { ninjsSubject } from "../model/crawler-page.ts";
import { FEED_LENGTH, NEWS } from "../model/list.ts";
import { feedOf, liveDayOf, type Page, renditionOf } from "../model/page.ts";
import { listPathsInPeriod } from "./lists.ts";
import type { Archive } from "./open-archive.ts";
import { listQueuedPages } from "./stale-queue.ts";
import { newestStories } from "./stored-stories.ts";

/**
 * Notes that the files of pages that are still queued are not those that were read, whatever Git says: it
 * looks at none that it was told to leave alone, and may write one differently in another clone.
 */
export function doubtQueuedFiles(archive: Archive, zone: string): void {
  const { sql } = archive;
  let doubted = 0;
  for (const page of listQueuedPages(archive)) {
    for (const path of filesOf(archive, zone, page)) {
      const { changes } = sql.run`
        UPDATE files SET object_id = NULL, size = -1, modified = 0 WHERE path = ${path}`;
      doubted += Number(changes);
    }
  }
  if (doubted > 0) sql.run`UPDATE folders SET tree_id = NULL`;
}

/** Paths of the content files that a page shows or carries the text of. */
function filesOf(archive: Archive, zone: string, page: Page): string[] {
  switch (page.kind) {
    case "picture":
      return [`media/${page.subject}`];
    case "rendition":
      return [`media/${renditionOf(page).src}`];
    case "live-day":
      return [liveDayOf(page).path];
    case "feed":
      return newestStories(archive, feedOf(page).list, FEED_LENGTH).map(({ story }) => story.path);
    case "ninjs": {
      const subject = ninjsSubject(page);
      return "day" in subject ? listPathsInPeriod(archive, zone, NEWS, subject.day) : [];
    }
    default:
      return [page.subject];
  }
}
