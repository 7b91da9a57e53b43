import type { Day, Instant, Stamp } from "./instant.ts";
import type { LiveBlog } from "./live-blog.ts";
import type { Place } from "./place.ts";

/** One Markdown file under `content/stories/`, parsed and checked. */
export interface Story {
  /** Path inside the content folder: `stories/2001/07/slug.md`. */
  readonly path: string;
  /** `/2001/07/slug/`, NFC and not percent-encoded. */
  readonly address: string;
  readonly publication: Publication;
  readonly kind: "news" | "analysis" | "opinion" | "live";
  readonly headline: string;
  readonly seoHeadline?: string;
  readonly kicker?: string;
  readonly summary?: string;
  readonly dateline?: string;
  /** Where the dateline is, if that is known. */
  readonly place?: Place;
  readonly byline: readonly Byline[];
  /** As written; the moment that orders and files the story is in `publication`. */
  readonly published: Stamp;
  readonly updated?: Stamp;
  /** Of a live blog that is over. */
  readonly ended?: Stamp;
  /** Of a live blog: newest first, if it is not said. */
  readonly order?: "newest-first" | "oldest-first";
  /** There exactly if the kind is so. */
  readonly live?: LiveBlog;
  /** Key from site.yaml. */
  readonly section?: string;
  readonly topics: readonly Topic[];
  readonly image?: Picture;
  readonly source?: { readonly name: string; readonly url?: string };
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly priority?: number;
  /** BCP 47; the paper's where the story names none. */
  readonly language: string;
  /** Oldest first. */
  readonly aliases: readonly string[];
  readonly canonical?: string;
  /** SHA-256 of the text below the front matter that readers may see: the text itself stays in the file. */
  readonly bodyHash: string;
  /** Addresses inside the paper that the body links to, without fragment, each once. */
  readonly links: readonly string[];
  /** Pictures shown, the lead picture too: paths inside content/media/, each once. */
  readonly pictures: readonly string[];
}

export type Publication = Draft | Scheduled | Published | Withdrawn;
export interface Draft {
  readonly state: "draft";
}
export interface Scheduled {
  readonly state: "scheduled";
  readonly at: Instant;
}
export interface Published extends Moments {
  readonly state: "published";
  /** Set in a preview alone: what the story is for everybody else. */
  readonly preview?: "draft" | "scheduled";
}
export interface Withdrawn extends Moments {
  readonly state: "withdrawn";
  readonly reason: string;
}

export interface Moments {
  /** The later of `published` and `embargo`. */
  readonly at: Instant;
  /** Day of `at` in the paper's zone. */
  readonly day: Day;
  readonly hasTime: boolean;
  /** The latest of `at`, `updated`, the dates of corrections and the times of posts. */
  readonly modifiedAt: Instant;
}

export type PublishedStory = Story & { readonly publication: Published };
export type WithdrawnStory = Story & { readonly publication: Withdrawn };

/** What pages show of a story, its text aside. */
export type ShownStory = Omit<PublishedStory, "bodyHash" | "links" | "pictures" | "live">;

export function shownStory(story: PublishedStory): ShownStory {
  const { live: _live, bodyHash: _hash, links: _links, pictures: _pictures, ...shown } = story;
  return shown;
}

/** All that may still be known of a withdrawn story. */
export type Withdrawal = Pick<
  WithdrawnStory,
  "path" | "address" | "language" | "aliases" | "publication"
>;

export function isPublished(story: Story | Withdrawal): story is PublishedStory {
  return story.publication.state === "published";
}

/** How long browsers that have a list open are told that a story was withdrawn. */
export const WITHDRAWAL_TERM_MS = 24 * 60 * 60 * 1000;

export function withdrawalOf(story: WithdrawnStory): Withdrawal {
  const { path, address, language, aliases, publication } = story;
  return { path, address, language, aliases, publication };
}

/** Somebody with a file under `content/authors/`, or just a name. */
export type Byline = { readonly key: string } | { readonly name: string };

export interface Topic {
  /** Part of the address. */
  readonly key: string;
  readonly name: string;
}

export interface Picture {
  /** Path inside content/media/. */
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface Correction {
  readonly date: Stamp;
  readonly kind: "correction" | "clarification" | "editors-note";
  readonly text: string;
}
