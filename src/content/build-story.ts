import { storyAddress } from "../model/address.ts";
import type { Instant, Stamp } from "../model/instant.ts";
import type { Place } from "../model/place.ts";
import type { Site } from "../model/site.ts";
import type { Correction, Moments, Publication, Story, Topic } from "../model/story.ts";
import { findPlace, partsOf } from "./gazetteer/find-place.ts";
import type { Body } from "./inspect-body.ts";
import type { LiveBody } from "./parse-live-blog.ts";
import type { StoryDates } from "./story-dates.ts";
import { parseByline } from "./story-references.ts";
import type { StoryKeys } from "./story-schema.ts";

export interface StoryParts {
  readonly path: string;
  readonly keys: StoryKeys;
  readonly dates: StoryDates & { readonly published: Stamp };
  readonly moment: Stamp;
  readonly body: Body & Partial<Pick<LiveBody, "live">>;
}

export interface StoryView {
  readonly site: Site;
  readonly now: Instant;
  /** Drafts and scheduled stories are shown as if they were published. */
  readonly isPreview: boolean;
}

/** The story that a file is in which nothing was found wrong. */
export function buildStory(parts: StoryParts, view: StoryView): Story {
  const { path, keys, dates, body } = parts;
  const {
    status: _,
    reason: _reason,
    embargo: _embargo,
    updated: _updated,
    ended: _ended,
    ...shown
  } = keys;
  const place = placeOf(keys.dateline, view.site);
  return {
    ...shown,
    ...(place !== undefined && { place }),
    path,
    address: storyAddress(path),
    publication: publicationOf(parts, view),
    byline: keys.byline.map(parseByline),
    published: dates.published,
    ...stamps(dates),
    topics: uniqueTopics(keys.topics),
    corrections: correctionsOf(keys, dates),
    language: keys.language ?? view.site.language,
    aliases: [...new Set(keys.aliases)],
    bodyHash: body.hash,
    ...(body.live !== undefined && { live: body.live }),
    links: body.links,
    pictures: [...new Set([...(keys.image ? [keys.image.src] : []), ...body.pictures])],
  };
}

function placeOf(dateline: string | undefined, site: Site): Place | undefined {
  return dateline === undefined ? undefined : (ownPlace(dateline, site) ?? findPlace(dateline));
}

function ownPlace(dateline: string, { places }: Site): Place | undefined {
  if (places.length === 0) return undefined;
  const name = partsOf(dateline).join();
  return places.find((own) => partsOf(own.dateline).join() === name)?.place;
}

function publicationOf(parts: StoryParts, view: StoryView): Publication {
  const { keys, moment } = parts;
  const { at } = moment;
  const isAhead = at > view.now;
  const moments = momentsOf(parts);
  if (keys.status === "withdrawn") {
    // Before its moment nobody may learn that there was such a story.
    const isSecret = isAhead && !view.isPreview;
    if (isSecret) return { state: "scheduled", at };
    return { state: "withdrawn", ...moments, reason: keys.reason as string };
  }
  const hidden = keys.status === "draft" ? "draft" : isAhead ? "scheduled" : undefined;
  if (hidden === undefined) return { state: "published", ...moments };
  if (view.isPreview) return { state: "published", ...moments, preview: hidden };
  return hidden === "draft" ? { state: "draft" } : { state: "scheduled", at };
}

function momentsOf({ moment, dates, body }: StoryParts): Moments {
  const { at, day, hasTime } = moment;
  const newest = body.live?.posts.find(({ preview }) => preview === undefined);
  const later = [dates.updated, newest, ...dates.corrections].flatMap((stamp) => stamp?.at ?? []);
  return { at, day, hasTime, modifiedAt: Math.max(at, ...later) };
}

function stamps({ updated, ended }: StoryDates): Pick<Story, "updated" | "ended"> {
  return { ...(updated && { updated }), ...(ended && { ended }) };
}

function uniqueTopics(topics: readonly Topic[]): Topic[] {
  return topics.filter(
    ({ key }, index) => topics.findIndex((topic) => topic.key === key) === index,
  );
}

function correctionsOf({ corrections }: StoryKeys, dates: StoryDates): Correction[] {
  return corrections
    .flatMap(({ kind, text }, index) => {
      const date = dates.corrections[index];
      return date ? [{ date, kind, text }] : [];
    })
    .sort((a, b) => b.date.at - a.date.at);
}
