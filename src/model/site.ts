import type { Day, Instant } from "./instant.ts";
import { periodRange } from "./period-range.ts";
import type { ShownPicture } from "./picture.ts";
import type { Place } from "./place.ts";
import type { SilentHours } from "./silent-hours.ts";
import type { Picture } from "./story.ts";

/** The paper's settings, from `content/site.yaml`. */
export interface Site {
  readonly name: string;
  readonly tagline?: string;
  /** Absolute, without a trailing slash: `https://example.org/paper`. */
  readonly url: string;
  /** Path that every link carries: `/paper`, or empty. */
  readonly base: string;
  readonly language: string;
  /** IANA zone. */
  readonly zone: string;
  readonly sections: readonly Section[];
  /** Where datelines are, for the paper alone. */
  readonly places: readonly { readonly dateline: string; readonly place: Place }[];
  readonly stamp: { readonly label: string; readonly format: string };
  readonly promise: string;
  readonly organization: Organization;
  /** What feeds carry of a story. With `none` programs get no texts: there are neither feeds nor lists for partners. */
  readonly feeds: "full" | "summary" | "none";
  readonly priorityHours: number;
  readonly ageNoticeYears?: number;
  readonly shareImagesSince?: Day;
  /** Whether readers may ask to be notified; without it their browsers are freed of what notified them. */
  readonly notifications: boolean;
  readonly pollSeconds: number;
  readonly hub?: string;
  /** By which search engines know who tells them of new stories; it stands in `/KEY.txt` too. */
  readonly indexNow?: string;
  /** Where the push service is, absolute and without a trailing slash: `https://push.example.org`. */
  readonly push?: string;
  readonly silentHours?: SilentHours;
  /** For which files are written that tell it what to send along, and what became of old addresses. */
  readonly host?: Host;
  /** How files are compressed beforehand, in the order in which servers prefer them. */
  readonly twins: readonly Twin[];
  readonly security?: SecurityContact;
}

/** Whom to tell of a hole in the paper's security. */
export interface SecurityContact {
  /** A `mailto:` or another URL. */
  readonly contact: string;
  /** The first day on which nobody may rely on this. */
  readonly expires: Day;
  readonly policy?: string;
}

export const HOSTS = ["nginx", "netlify", "cloudflare"] as const;
export type Host = (typeof HOSTS)[number];

/** Ending of a file that is another one, compressed. */
export const TWINS = ["br", "gz"] as const;
export type Twin = (typeof TWINS)[number];

export interface Section {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
}

export interface Organization {
  readonly logo?: string;
  /** schema.org property, such as `correctionsPolicy`, and an address on the site or a URL. */
  readonly policies: readonly { readonly property: string; readonly address: string }[];
  readonly email?: string;
}

/** A file under `content/authors/`: a person or a bureau. */
export interface Author {
  readonly key: string;
  readonly name: string;
  readonly kind: "person" | "bureau";
  readonly email?: string;
  readonly url?: string;
  /** A portrait. */
  readonly image?: Pick<Picture, "src" | "alt">;
  /** Markdown. */
  readonly note: string;
}

/** An editors' own page: a file under `content/pages/`. */
export interface EditorsPage {
  readonly path: string;
  readonly address: string;
  readonly title: string;
  readonly summary?: string;
  readonly language: string;
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

/** `undefined` without a key, and where site.yaml no longer has the section. */
export function sectionOf({ sections }: Site, key: string | undefined): Section | undefined {
  return sections.find((section) => section.key === key);
}

/** A link for an address inside the paper, percent-encoded. */
export function href(site: Site, address: string): string {
  return site.base + encodeURI(address);
}

/** A picture whose addresses are links. */
export function pictureHrefs(site: Site, picture: ShownPicture): ShownPicture {
  return {
    ...picture,
    address: href(site, picture.address),
    renditions: picture.renditions.map((rendition) => ({
      ...rendition,
      address: href(site, rendition.address),
    })),
  };
}

export function absoluteUrl(site: Site, address: string): string {
  return site.url + encodeURI(address);
}

/** When the paper's security contact stops to hold. */
export function securityExpiry({ zone, security }: Site): Instant | undefined {
  return security && periodRange(zone, security.expires).start;
}

/** How long after its moment a story's priority counts. */
export function priorityTermMs(site: Site): number {
  return site.priorityHours * 3_600_000;
}
