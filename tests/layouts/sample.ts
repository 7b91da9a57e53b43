import type { Html } from "../../src/markup/html.ts";
import type { Frame } from "../../src/model/frame.ts";
import { dayIn, type Stamp } from "../../src/model/instant.ts";
import { type Listing, listingOf } from "../../src/model/listing.ts";
import type { Site } from "../../src/model/site.ts";
import type { PublishedStory } from "../../src/model/story.ts";

const ZONE = "America/New_York";

export function frameWith(changes: Partial<Site> = {}): Frame {
  return {
    assets: {
      "style.css": "/assets/style.1a2b3c4d.css",
      "site.js": "/assets/site.1a2b3c4d.js",
      "search.js": "/assets/search.1a2b3c4d.js",
      "text-latin.woff2": "/assets/text-latin.1a2b3c4d.woff2",
      "display-latin.woff2": "/assets/display-latin.1a2b3c4d.woff2",
      "sans-latin.woff2": "/assets/sans-latin.1a2b3c4d.woff2",
      "naskh-arabic.woff2": "/assets/naskh-arabic.1a2b3c4d.woff2",
      "icon.svg": "/assets/icon.1a2b3c4d.svg",
      "icon-180.png": "/assets/icon-180.1a2b3c4d.png",
      "icon-192.png": "/assets/icon-192.1a2b3c4d.png",
      "icon-512.png": "/assets/icon-512.1a2b3c4d.png",
    },
    site: {
      name: "Harbor Paper",
      url: "https://example.org",
      base: "",
      language: "en",
      zone: ZONE,
      sections: [{ key: "world", name: "World" }],
      places: [],
      stamp: { label: "Last Updated:", format: "MM/DD/YYYY" },
      promise: "Get the latest updates as we post them — right on your browser",
      organization: { policies: [{ property: "correctionsPolicy", address: "/about/" }] },
      feeds: "full",
      priorityHours: 24,
      notifications: true,
      pollSeconds: 60,
      twins: [],
      ...changes,
    },
  };
}

/** `2001-07-19`, or an instant: `2001-07-19T13:30Z`. */
export function stamp(text: string): Stamp {
  const hasTime = text.includes("T");
  const at = hasTime
    ? Date.parse(text)
    : Temporal.PlainDate.from(text).toZonedDateTime(ZONE).epochMilliseconds;
  return { at, day: dayIn(ZONE, at), hasTime };
}

export function storyWith(changes: Partial<PublishedStory> = {}): PublishedStory {
  const { published = stamp("2001-07-19T13:30Z") } = changes;
  return {
    path: "stories/2001/07/storm.md",
    address: "/2001/07/storm/",
    publication: { state: "published", ...published, modifiedAt: published.at },
    kind: "news",
    headline: "Storm nears the coast",
    byline: [],
    published,
    topics: [],
    corrections: [],
    language: "en",
    aliases: [],
    bodyHash: "",
    links: [],
    pictures: [],
    ...changes,
  };
}

export function listingWith(changes: Partial<PublishedStory> = {}): Listing {
  return listingOf(storyWith(changes));
}

/** The words of a document as a reader sees them, with single spaces. */
export function textOf(document: Html): string {
  return document
    .toString()
    .replace(/<script[^>]*>.*?<\/script>|<[^>]*>/gs, "")
    .replace(/\s+/g, " ");
}
