import * as z from "zod";
import type { Topic } from "../model/story.ts";
import { anyText, choice, dateText, line, list, oneOrMany, paragraphs } from "./fields.ts";
import type { OtherNames } from "./key-findings.ts";
import { kindField } from "./kind-field.ts";
import { mediaPath } from "./media-path.ts";
import { nearestHint } from "./nearest.ts";
import { quoted, type Refusal } from "./refusal.ts";
import { topicKey } from "./topic-key.ts";
import { languageTag, oldAddress, webUrl } from "./web-rules.ts";

const STATUSES = ["draft", "ready", "withdrawn"] as const;
const KINDS = ["news", "analysis", "opinion", "live"] as const;
const ORDERS = ["newest-first", "oldest-first"] as const;
const CORRECTION_KINDS = ["correction", "clarification", "editors-note"] as const;

const image = z.strictObject({
  src: line(mediaPath, 300),
  alt: line(anyText, 1000),
  caption: z.exactOptional(paragraphs(1000)),
  credit: z.exactOptional(line(anyText)),
});

const source = z.strictObject({
  name: line(anyText),
  url: z.exactOptional(line(webUrl, 2000)),
});

const correction = z.strictObject({
  date: dateText,
  kind: kindField(CORRECTION_KINDS),
  text: paragraphs(2000),
});

/** The front matter of a story: what each value is by itself. Dates and names of other things are looked at later. */
export const storySchema = z.strictObject({
  headline: line(anyText),
  seoHeadline: z.exactOptional(line(anyText)),
  kicker: z.exactOptional(line(anyText)),
  summary: z.exactOptional(paragraphs(1000)),
  dateline: z.exactOptional(line(refuseDash)),
  byline: oneOrMany(line(anyText)).default([]),
  published: dateText,
  updated: z.exactOptional(dateText),
  embargo: z.exactOptional(dateText),
  section: z.exactOptional(line(anyText)),
  topics: list(line(topic, 100)).default([]),
  image: z.exactOptional(image),
  source: z.exactOptional(source),
  corrections: list(correction).default([]),
  status: choice(STATUSES, refuseStatus).default("ready"),
  reason: z.exactOptional(paragraphs(1000)),
  kind: kindField(KINDS).default("news"),
  ended: z.exactOptional(dateText),
  order: z.exactOptional(choice(ORDERS, refuseOrder)),
  priority: z.exactOptional(z.int()),
  language: z.exactOptional(line(languageTag)),
  aliases: list(line(oldAddress, 1000)).default([]),
  canonical: z.exactOptional(line(webUrl, 2000)),
});

export type StoryKeys = z.output<typeof storySchema>;

export const STORY_OTHER_NAMES: OtherNames = {
  title: "headline",
  subtitle: "summary",
  description: "summary",
  excerpt: "summary",
  author: "byline",
  authors: "byline",
  date: "published",
  publishDate: "published",
  modified: "updated",
  lastmod: "updated",
  category: "section",
  categories: "section",
  tags: "topics",
  tag: "topics",
  keywords: "topics",
  location: "dateline",
  draft: "status: draft",
  lang: "language",
  picture: "image",
};

function refuseStatus(text: string): Refusal {
  return {
    code: "status-unknown",
    message: `${quoted(text)} is no status, so the story is taken down.`,
    hint: nearestHint(text, STATUSES),
  };
}

function refuseOrder(text: string): Refusal {
  return {
    code: "order-unknown",
    message: `${quoted(text)} is no order in which posts can stand.`,
    hint: nearestHint(text, ORDERS),
  };
}

function refuseDash(dateline: string): string | Refusal {
  const place = dateline.replace(/[\s\-–—―]+$/, "");
  if (place === dateline) return dateline;
  return {
    code: "dateline-dash",
    message: "The dash behind the place is put there by itself.",
    hint: `dateline: ${place || "ROME"}`,
  };
}

/** Longest part of an address that every file system takes. */
const LONGEST_KEY_BYTES = 200;

function topic(name: string): Topic | Refusal {
  const key = topicKey(name);
  if (key !== "" && Buffer.byteLength(key) <= LONGEST_KEY_BYTES) return { key, name };
  return {
    code: "topic-key",
    message: `No address can be made of the topic ${quoted(name)}.`,
    hint: "Name it with a few letters or digits.",
  };
}
