import type { Archive } from "../archive/open-archive.ts";
import { listWithdrawals, newestStories, type StoredStory } from "../archive/stored-stories.ts";
import type { Instant } from "../model/instant.ts";
import { LATEST_LENGTH, type List } from "../model/list.ts";
import { listingOf } from "../model/listing.ts";
import type { LatestProps, LatestStory } from "../model/page-props.ts";
import { type PublishedStory, WITHDRAWAL_TERM_MS, type Withdrawal } from "../model/story.ts";

export function latestProps(archive: Archive, now: Instant, list: List): LatestProps {
  return {
    stories: newestStories(archive, list, LATEST_LENGTH).map(latestStory),
    withdrawn: recentWithdrawals(archive, now).map(({ address }) => address),
  };
}

function latestStory({ story }: StoredStory): LatestStory {
  const published = story as PublishedStory;
  return { ...listingOf(published), modifiedAt: published.publication.modifiedAt };
}

/**
 * Those that were modified in the last day: front matter says of no other instant that it is the one of the withdrawal.
 * Nothing but address and moments is known of them, so they are the same for every section.
 */
function recentWithdrawals(archive: Archive, now: Instant): Withdrawal[] {
  return listWithdrawals(archive, now - WITHDRAWAL_TERM_MS, LATEST_LENGTH);
}
