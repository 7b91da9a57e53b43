import { createHash } from "node:crypto";
import type { Instant } from "../model/instant.ts";
import { nextSilence } from "../model/silent-hours.ts";
import { absoluteUrl, type Site } from "../model/site.ts";
import type { PublishedStory } from "../model/story.ts";

/** A story that everybody may read. One that a preview alone shows as published is none. */
export type PublicStory = PublishedStory & { readonly publication: { readonly preview?: never } };

export function isPublic(story: PublishedStory): story is PublicStory {
  return story.publication.preview === undefined;
}

/** What is told of a story, and until when. */
export interface Announcement {
  readonly story: PublicStory;
  readonly url: string;
  /** After that nobody is told, and what a push service still holds is thrown away. */
  readonly until: Instant;
  readonly message: Message;
}

/** What a push service is given for each subscription (RFC 8030). */
export interface Message {
  /** JSON that says the same to a service worker and to browsers that need none: Declarative Web Push. */
  readonly payload: string;
  /** At most 32 characters of base64url. A push service holds one message for each: the last. */
  readonly topic: string;
  readonly urgency: "low" | "normal" | "high";
}

const HOUR_MS = 60 * 60 * 1000;

/** How long after its moment a story is news. */
export const NEWS_MS = 24 * HOUR_MS;

export function announcementOf(site: Site, story: PublicStory, now: Instant): Announcement {
  const { at } = story.publication;
  const url = absoluteUrl(site, story.address);
  return {
    story,
    url,
    until: Math.min(at + NEWS_MS, nextSilence(site, now)),
    message: {
      payload: payloadOf(site, story, url),
      topic: createHash("sha256").update(story.address).digest("base64url").slice(0, 32),
      urgency: story.priority !== undefined ? "high" : now - at > HOUR_MS ? "low" : "normal",
    },
  };
}

/** RFC 8291 leaves so much of the 4,096 bytes that every push service takes. */
export const LARGEST_PAYLOAD = 3_993;

const LONGEST_BODY = 300;

function payloadOf(site: Site, { headline, summary, language, address }: PublicStory, url: string) {
  const payload = (body: string) =>
    JSON.stringify({
      web_push: 8030,
      notification: { title: headline, body, navigate: url, lang: language, tag: address },
    });
  const full = payload(shorten(summary ?? site.name));
  return Buffer.byteLength(full) <= LARGEST_PAYLOAD ? full : payload(site.name);
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, " ")];
  if (characters.length <= LONGEST_BODY) return characters.join("");
  return `${characters.slice(0, LONGEST_BODY - 1).join("")}…`;
}
