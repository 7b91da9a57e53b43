import type { Day, Instant } from "./instant.ts";
import type { LivePost } from "./live-blog.ts";
import type { StoryProps, TextProps } from "./page-props.ts";
import type { ShownStory } from "./story.ts";

/** A page that shows parts of a live blog's text, whatever else is in the file. */
export interface LiveTextProps extends TextProps {
  /** SHA-256 of what stands before the posts, where that is shown. */
  readonly intro?: string;
  /** In the order in which they are shown. */
  readonly posts: readonly ShownPost[];
}

export type ShownPost = Omit<LivePost, "links" | "pictures">;

/** The page of a live blog: the posts of its newest day, and where those of the others are. */
export interface LiveBlogProps
  extends LiveTextProps,
    Pick<StoryProps, "authors" | "shareImage" | "shapes" | "earlier"> {
  readonly shows: "live-blog";
  readonly story: ShownStory;
  /** Newest first. */
  readonly days: readonly Day[];
}

/** A day of a live blog. */
export interface LiveDayProps extends LiveTextProps {
  readonly story: Pick<ShownStory, "address" | "headline" | "language"> &
    Pick<Partial<ShownStory>, "kicker" | "section"> & {
      readonly preview?: ShownStory["publication"]["preview"];
    };
  readonly day: Day;
  /** The days with posts just before and after it. */
  readonly before?: Day;
  readonly after?: Day;
}

/** The newest posts of a live blog, for browsers that have it open. */
export interface LiveFileProps {
  readonly address: string;
  readonly hasEnded: boolean;
  readonly modifiedAt: Instant;
  /** Newest first. */
  readonly posts: readonly ShownPost[];
}
