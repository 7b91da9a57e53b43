import * as v from "valibot";
import type { Topic } from "../model/story.ts";
import {
  anyText,
  choice,
  dateText,
  integer,
  line,
  list,
  map,
  oneOrMany,
  paragraphs,
} from "./fields.ts";
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

const image = map({
  src: line(mediaPath, 300),
  alt: line(anyText, 1000),
  caption: v.exactOptional(paragraphs(1000)),
  credit: v.exactOptional(line(anyText)),
});

const source = map({
  name: line(anyText),
  url: v.exactOptional(line(webUrl, 2000)),
});

const correction = map({
  date: dateText,
  kind: kindField(CORRECTION_KINDS),
  text: paragraphs(2000),
});

/** The front matter of a story: what each value is by itself. Dates and names of other things are looked at later. */
export const storySchema = v.strictObject({
  headline: line(anyText),
  seoHeadline: v.exactOptional(line(anyText)),
  kicker: v.exactOptional(line(anyText)),
  summary: v.exactOptional(paragraphs(1000)),
  dateline: v.exactOptional(line(refuseDash)),
  byline: v.optional(oneOrMany(line(anyText)), []),
  published: dateText,
  updated: v.exactOptional(dateText),
  embargo: v.exactOptional(dateText),
  section: v.exactOptional(line(anyText)),
  topics: v.optional(list(line(topic, 100)), []),
  image: v.exactOptional(image),
  source: v.exactOptional(source),
  corrections: v.optional(list(correction), []),
  status: v.optional(choice(STATUSES, refuseStatus), "ready"),
  reason: v.exactOptional(paragraphs(1000)),
  kind: v.optional(kindField(KINDS), "news"),
  ended: v.exactOptional(dateText),
  order: v.exactOptional(choice(ORDERS, refuseOrder)),
  priority: v.exactOptional(integer),
  language: v.exactOptional(line(languageTag)),
  aliases: v.optional(list(line(oldAddress, 1000)), []),
  canonical: v.exactOptional(line(webUrl, 2000)),
});

export type StoryKeys = v.InferOutput<typeof storySchema>;

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
