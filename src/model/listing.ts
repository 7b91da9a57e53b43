import type { Day, Instant, Stamp } from "./instant.ts";
import type { PublishedStory } from "./story.ts";

/** What lists show of a published story. Whatever stands here renders every list again that shows the story. */
export interface Listing {
  readonly address: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly dateline?: string;
  readonly summary?: string;
  readonly kind: PublishedStory["kind"];
  /** Of a live blog that is over. */
  readonly ended?: Stamp;
  readonly section?: string;
  readonly language: string;
  readonly at: Instant;
  readonly day: Day;
  readonly hasTime: boolean;
  readonly preview?: "draft" | "scheduled";
}

export function listingOf(story: PublishedStory): Listing {
  const { address, headline, kicker, dateline, summary, kind, ended, section, language } = story;
  const { at, day, hasTime, preview } = story.publication;
  return {
    address,
    headline,
    ...(kicker !== undefined && { kicker }),
    ...(dateline !== undefined && { dateline }),
    ...(summary !== undefined && { summary }),
    kind,
    ...(ended !== undefined && { ended }),
    ...(section !== undefined && { section }),
    language,
    at,
    day,
    hasTime,
    ...(preview !== undefined && { preview }),
  };
}
