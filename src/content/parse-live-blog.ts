import { hash } from "node:crypto";
import type { Instant } from "../model/instant.ts";
import { type LiveBlog, type LivePost, type LiveText, postId } from "../model/live-blog.ts";
import type { Site } from "../model/site.ts";
import { type Body, inspectBody } from "./inspect-body.ts";
import type { Pictures } from "./media-path.ts";
import { parsePostHeading } from "./post-heading.ts";
import { checkPosts, type TimedPost } from "./post-rules.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import { isRefusal } from "./refusal.ts";
import { type LivePart, splitLiveBlog } from "./split-live-blog.ts";
import type { StoryDates } from "./story-dates.ts";

interface LiveContext extends Pictures {
  readonly site: Site;
  readonly now: Instant;
  /** Posts whose time has not come are shown as if it had. */
  readonly isPreview: boolean;
}

/** The text of a live blog: what readers may see of it, and what is wrong with any of it. */
export interface LiveBody extends Body {
  readonly live: LiveBlog;
  /** Of all posts: at each of them, readers may see something else. */
  readonly moments: readonly Instant[];
}

/** Parses and checks the posts of a live blog. Its text starts on line `bodyLine` of its file. */
export function parseLiveBlog(
  source: string,
  bodyLine: number,
  dates: StoryDates,
  context: LiveContext,
): LiveBody {
  const { intro, posts } = splitLiveBlog(source, bodyLine);
  const bodies = new Map([intro, ...posts].map((part) => [part, inspectPart(part, context)]));
  const { timed, findings } = readTimes(posts, dates, context.site);
  const textOf = (part: LivePart) => liveText(part, bodies.get(part) as Body);
  const shown = timed
    .filter(({ stamp }) => context.isPreview || stamp.at <= context.now)
    .sort((a, b) => b.stamp.at - a.stamp.at)
    .map((post) => livePost(post, textOf(post.part), context.now));
  const live = { intro: textOf(intro), posts: shown };
  return {
    ...shownBody(live),
    linkPlaces: [...bodies.values()].flatMap(({ linkPlaces }) => linkPlaces),
    picturePlaces: [...bodies.values()].flatMap(({ picturePlaces }) => picturePlaces),
    findings: [
      ...[...bodies.values()].flatMap((body) => body.findings),
      ...findings,
      ...checkPosts(timed, dates),
    ],
    live,
    moments: timed.map(({ stamp }) => stamp.at),
  };
}

function inspectPart({ text, textLine }: LivePart, context: LiveContext): Body {
  const body = inspectBody(text, textLine, context, { headingAbove: 2 });
  return { ...body, findings: [...body.findings, ...findPostHeadings(text, textLine)] };
}

/** What is probably meant for the heading of a post. */
function findPostHeadings(text: string, textLine: number): PlacedFinding[] {
  return text.split("\n").flatMap((line, index) => {
    const [, signs, heading] = /^ {0,3}(#{1,6})[ \t]*(\d{4}-\d\d-\d\d.*)$/.exec(line) ?? [];
    if (signs === undefined) return [];
    const column = line.indexOf("#") + 1;
    return [
      {
        line: textLine + index,
        column,
        length: line.trim().length,
        code: "post-heading",
        message: "The heading of a post has two signs and a space before its time.",
        hint: `## ${heading}`,
      },
    ];
  });
}

/** Posts in the order of the file; what is wrong with the time of the others. */
function readTimes(
  posts: readonly LivePart[],
  { published }: StoryDates,
  { zone }: Site,
): { timed: TimedPost[]; findings: PlacedFinding[] } {
  const timed: TimedPost[] = [];
  const findings: PlacedFinding[] = [];
  for (const part of posts) {
    const near = timed.at(-1)?.stamp.day ?? published?.day ?? EXAMPLE_DAY;
    const heading = parsePostHeading(part, zone, near);
    if (isRefusal(heading)) findings.push(heading);
    else timed.push({ part, ...heading, id: postId(zone, heading.stamp.at) });
  }
  return { timed, findings };
}

const EXAMPLE_DAY = "2001-07-19";

function liveText({ hash }: LivePart, { links, pictures }: Body): LiveText {
  return { hash, links, pictures };
}

function livePost({ stamp, id, headline }: TimedPost, text: LiveText, now: Instant): LivePost {
  const { at, day } = stamp;
  return {
    id,
    at,
    day,
    ...(headline !== undefined && { headline }),
    ...(at > now && { preview: "scheduled" as const }),
    ...text,
  };
}

/** What is known of the whole text: of posts whose time has not come, nothing. */
function shownBody({ intro, posts }: LiveBlog): Pick<Body, "hash" | "links" | "pictures"> {
  const texts = [intro, ...posts];
  return {
    hash: hash("sha256", texts.map((text) => text.hash).join()).slice(0, 32),
    links: [...new Set(texts.flatMap(({ links }) => links))],
    pictures: [...new Set(texts.flatMap(({ pictures }) => pictures))],
  };
}
