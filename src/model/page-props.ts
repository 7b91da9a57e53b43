import type { FeedFormat } from "./feed.ts";
import type { IconProps } from "./icon.ts";
import type { Day, Instant } from "./instant.ts";
import type { List, Period } from "./list.ts";
import type { Listing } from "./listing.ts";
import type { LiveBlogProps, LiveDayProps, LiveFileProps, LiveTextProps } from "./live-props.ts";
import type { RenditionForm, Shape, ShownPicture } from "./picture.ts";
import type { Place } from "./place.ts";
import type { ShareImage, ShareImageProps } from "./share-image.ts";
import type { Author, EditorsPage } from "./site.ts";
import type { Correction, Picture, PublishedStory, ShownStory, Withdrawal } from "./story.ts";

/**
 * What the archive knows that a page shows. It is what the planner fingerprints: a page is rendered again
 * exactly when its JSON differs.
 */
export interface PageProps {
  readonly asset: { readonly text: string } | CopiedProps;
  readonly picture: CopiedProps;
  readonly rendition: RenditionProps;
  readonly static: CopiedProps;
  readonly map: { readonly place: Place };
  readonly story: StoryProps | LiveBlogProps | WithdrawalProps;
  readonly "live-day": LiveDayProps;
  readonly "editors-page": EditorsPageProps;
  readonly redirect: { readonly address: string; readonly target: string };
  readonly front: FrontProps | CorrectionsProps;
  readonly period: PeriodProps | MonthProps | YearProps | CorrectionsProps;
  readonly archive: { readonly years: readonly Period[] };
  readonly search: { readonly years: readonly Period[] };
  readonly home: HomeProps;
  readonly feed: FeedProps;
  readonly latest: LatestProps;
  readonly live: LiveFileProps;
  readonly icon: IconProps;
  readonly favicon: IconProps;
  readonly manifest: Record<string, never>;
  readonly ninjs: NinjsProps;
  readonly sitemap: SitemapsProps | SitemapProps;
  readonly "news-sitemap": { readonly stories: readonly NewsStory[] };
  readonly robots: Record<string, never>;
  readonly security: Record<string, never>;
  readonly "not-found": Record<string, never>;
  readonly "service-worker": { readonly text: string };
  readonly "server-file": ServerFileProps;
  readonly "share-image": ShareImageProps;
  readonly stray: never;
}

/** A file that is published as it is. */
export interface CopiedProps {
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly sourceHash: string;
}

/** A picture in another width and format, or in another shape. */
export interface RenditionProps extends CopiedProps, RenditionForm {
  /** By which it is made. */
  readonly recipe: string;
}

/** A page whose text is read from a file when it is rendered. */
export interface TextProps {
  readonly path: string;
  /** Address as the editor wrote it, to the one that answers; a link that is not here is shown as text. */
  readonly links: Readonly<Record<string, string>>;
  /** By their paths inside content/media/. */
  readonly pictures: Readonly<Record<string, ShownPicture>>;
}

/** A page that shows the text of a file, as it was recorded. */
export interface SourceProps extends TextProps {
  /** SHA-256 of the file. */
  readonly sourceHash: string;
}

export interface StoryProps extends SourceProps {
  readonly shows: "story";
  readonly story: PublishedStory;
  readonly authors: readonly Credit[];
  readonly shareImage?: ShareImage;
  /** Of its lead picture; absent where there is none, or it is too small. */
  readonly shapes?: readonly Shape[];
  /** Those of its first topic just before it, newest first. */
  readonly earlier: readonly EarlierStory[];
}

export type EarlierStory = Pick<Listing, "address" | "headline" | "language" | "day">;

export interface WithdrawalProps {
  readonly shows: "withdrawal";
  readonly story: Withdrawal;
}

export interface EditorsPageProps extends SourceProps {
  readonly page: EditorsPage;
}

/** A name of a byline; with an address where the author has a page. */
export interface Credit {
  readonly name: string;
  readonly kind: Author["kind"];
  readonly address?: string;
}

export interface ListHead {
  readonly list: List;
  /** Of the section, author or topic. */
  readonly name: string;
  /** Of a section. */
  readonly description?: string;
  /** Of an author, on the front alone. */
  readonly author?: Author;
  /** The author's, likewise. */
  readonly portrait?: LeadPicture;
}

export interface LeadPicture {
  readonly alt: string;
  readonly shown: ShownPicture;
}

/** The newest stories of a list, and the periods that hold all of them. */
export interface FrontProps {
  readonly shows: "front";
  readonly head: ListHead;
  readonly listings: readonly Listing[];
  /** Newest first: months of a section, years of an author or topic, none of the latest updates. */
  readonly periods: readonly Period[];
  /** It stands before its feeds, and does not name them. */
  readonly isOpening?: true;
}

export interface HomeProps {
  /** The lead, then those beside and below it. */
  readonly top: readonly Listing[];
  /** Lead pictures of the first of them, by the stories' addresses. */
  readonly pictures: Readonly<Record<string, LeadPicture>>;
  /** The newest of the paper, whatever stands on top. */
  readonly latest: readonly Listing[];
  /** Of the latest that have one, by their addresses. */
  readonly places: Readonly<Record<string, Place>>;
  /** The newest of each section that are not on top. */
  readonly strips: readonly {
    readonly section: string;
    readonly listings: readonly Listing[];
  }[];
}

/** All other sitemaps. */
export interface SitemapsProps {
  readonly shows: "sitemaps";
  readonly sitemaps: readonly StoryUrl[];
}

export interface SitemapProps {
  readonly shows: "sitemap";
  readonly urls: readonly StoryUrl[];
}

/** Without an instant where none is known: a list may change with no story that says so. */
export interface StoryUrl {
  readonly address: string;
  readonly modifiedAt?: Instant;
}

export type NewsStory = Pick<Listing, "address" | "headline" | "language" | "at">;

/** What partners get. */
export interface NinjsProps {
  readonly items: readonly NinjsItem[];
}

export interface NinjsItem extends ShownStory {
  /** As in feeds. */
  readonly id: string;
  readonly authors: readonly Credit[];
  /** Of stories that come with all that they show. */
  readonly picture?: ShownPicture;
  readonly text?: FeedText;
}

/** Every story of a list in a day, month or year. */
export interface PeriodProps {
  readonly shows: "period";
  readonly head: ListHead;
  readonly period: Period;
  readonly listings: readonly Listing[];
}

/** A month of the whole paper: its days, newest first, each with its newest few stories. */
export interface MonthProps {
  readonly shows: "month";
  readonly period: Period;
  readonly days: readonly {
    readonly day: Day;
    readonly listings: readonly Listing[];
    readonly hasMore: boolean;
  }[];
}

/** A year of the whole paper: the days that have stories, oldest first. */
export interface YearProps {
  readonly shows: "year";
  readonly period: Period;
  readonly days: readonly Day[];
}

/** The newest corrections, or those of a year. */
export interface CorrectionsProps {
  readonly shows: "corrections";
  readonly period?: Period;
  readonly corrected: readonly CorrectedStory[];
  /** Newest first; on the front alone. */
  readonly periods: readonly Period[];
  readonly isOpening?: true;
}

/** What servers send along follows from the settings alone. */
export type ServerFileProps =
  | { readonly shows: "host-headers" | "nginx-server" }
  | ({ readonly shows: "host-redirects" | "nginx-map" } & Moves);

/** What became of addresses. */
export interface Moves {
  readonly moved: readonly { readonly alias: string; readonly target: string }[];
  /** Of withdrawn stories. */
  readonly gone: readonly string[];
}

export interface CorrectedStory {
  readonly address: string;
  readonly headline: string;
  readonly language: string;
  readonly correction: Correction;
}

/** The newest stories of a list, or the newest corrections, for programs that show them elsewhere. */
export interface FeedProps {
  readonly shows: FeedFormat;
  readonly head: ListHead;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem
  extends Pick<PublishedStory, "address" | "headline" | "language" | "kind" | "corrections">,
    Pick<Partial<PublishedStory>, "summary" | "dateline" | "section" | "ended"> {
  /** The address under which it was first published: it stays, whatever the headline and the file are called later. */
  readonly id: string;
  /** Where it is no story, but what was wrong in one. */
  readonly corrects?: Correction["kind"];
  readonly at: Instant;
  readonly modifiedAt: Instant;
  readonly authors: readonly Credit[];
  /** As the story writes them. */
  readonly topics: readonly string[];
  readonly picture?: LeadPicture & Pick<Picture, "caption" | "credit">;
  /** Its full text, of a live blog the newest posts; absent where the paper gives summaries. */
  readonly text?: FeedText;
}

export type FeedText = (SourceProps | LiveTextProps) & {
  /** Where the story is kept in its earlier form: its file may have another text by now, which is not to be shown. */
  readonly keptHash?: string;
};

/** The newest of a list, for browsers that have it open. */
export interface LatestProps {
  readonly stories: readonly LatestStory[];
  /** Addresses of stories that were withdrawn in the last day. */
  readonly withdrawn: readonly string[];
}

export interface LatestStory extends Listing {
  readonly modifiedAt: Instant;
}
