import { type Day, type Instant, isoIn } from "./instant.ts";

/** A text of a live blog: what stands before its posts, or one of them. It stays in the file, among those that nobody may see yet. */
export interface LiveText {
  /** Of what is typed, by which it is found in the file. */
  readonly hash: string;
  /** Addresses inside the paper that it links to, each once. */
  readonly links: readonly string[];
  /** Pictures that it shows: paths inside content/media/, each once. */
  readonly pictures: readonly string[];
}

export interface LivePost extends LiveText {
  /** Where it is on the page of its day: `post-1405`. */
  readonly id: string;
  readonly at: Instant;
  readonly day: Day;
  readonly headline?: string;
  /** Set in a preview alone: for everybody else its time has not come. */
  readonly preview?: "scheduled";
}

export interface LiveBlog {
  /** What stands before the posts: an introduction, and the list of the key points. */
  readonly intro: LiveText;
  /** Those whose time has come, newest first. */
  readonly posts: readonly LivePost[];
}

/** The days that have posts, newest first. */
export function liveDays({ posts }: LiveBlog): Day[] {
  return [...new Set(posts.map(({ day }) => day))];
}

/** The days that are on no page but their own, newest first, each with the instant of its newest post. */
export function pastDays({ posts }: LiveBlog): { readonly day: Day; readonly at: Instant }[] {
  const newestPosts = posts.filter(({ day }, index) => day !== posts[index - 1]?.day);
  return newestPosts.slice(1);
}

/** Made of the time alone, as clocks in the zone show it: no other post can move it. */
export function postId(zone: string, at: Instant): string {
  const [hour, minute, second] = isoIn(zone, at).slice("2001-07-19T".length).split(/[:+-]/);
  return `post-${hour}${minute}${second === "00" ? "" : second}`;
}
