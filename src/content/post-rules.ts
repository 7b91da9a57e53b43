import type { Stamp } from "../model/instant.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import type { LivePart } from "./split-live-blog.ts";
import { isBefore, type StoryDates } from "./story-dates.ts";

/** A post whose time could be read, in the order of the file. */
export interface TimedPost {
  readonly part: LivePart;
  readonly stamp: Stamp;
  readonly id: string;
  readonly headline?: string;
}

/** What is wrong with posts beside each other, and beside the dates of the story. */
export function checkPosts(posts: readonly TimedPost[], dates: StoryDates): PlacedFinding[] {
  return [
    ...posts.flatMap((post) => [...checkSpan(post, dates), ...checkText(post)]),
    ...checkTwice(posts),
    ...checkSequence(posts),
  ];
}

function checkSpan(post: TimedPost, { published, ended }: StoryDates): PlacedFinding[] {
  const { stamp } = post;
  const findings: PlacedFinding[] = [];
  if (published && isBefore(stamp, published)) {
    findings.push({ ...placeOf(post), ...BEFORE_PUBLISHED });
  }
  if (ended && isBefore(ended, stamp)) findings.push({ ...placeOf(post), ...AFTER_ENDED });
  return findings;
}

const BEFORE_PUBLISHED = {
  code: "post-before-published",
  message: "This is before the live blog was published.",
  hint: "Correct it, or the date behind published.",
};

const AFTER_ENDED = {
  code: "post-after-ended",
  message: "This is after the live blog ended.",
  hint: "Correct it, or the date behind ended.",
};

function checkText(post: TimedPost): PlacedFinding[] {
  if (post.headline !== undefined || post.part.text.trim() !== "") return [];
  return [
    {
      ...placeOf(post),
      code: "post-empty",
      message: "There is nothing in this post but its time.",
      hint: "Write some text below it, or delete the line.",
    },
  ];
}

/** Its time is the address of a post. */
function checkTwice(posts: readonly TimedPost[]): PlacedFinding[] {
  const keyOf = ({ stamp, id }: TimedPost) => `${stamp.day} ${id}`;
  const first = new Map<string, TimedPost>();
  return posts.flatMap((post) => {
    const other = first.get(keyOf(post));
    if (other === undefined) {
      first.set(keyOf(post), post);
      return [];
    }
    return [
      {
        ...placeOf(post),
        code: "post-twice",
        message: `The post on line ${other.part.line} has the same time, which is the address of both.`,
        hint: `Write another second for one of them: ## ${aSecondLater(post.part.heading)}`,
      },
    ];
  });
}

function aSecondLater(heading: string): string {
  const [, minute = "", second = "0", rest = ""] = /^(.{16})(?::(\d\d))?(.*)$/.exec(heading) ?? [];
  return `${minute}:${String((Number(second) + 1) % 60).padStart(2, "0")}${rest}`;
}

/** The order does not matter to readers. But a post that is out of it probably has a wrong time. */
function checkSequence(posts: readonly TimedPost[]): PlacedFinding[] {
  const pairs = posts.slice(1).map((post, index) => {
    const above = posts[index] as TimedPost;
    return { post, step: Math.sign(post.stamp.at - above.stamp.at) };
  });
  const sum = pairs.reduce((total, { step }) => total + step, 0);
  const [usual, other] = sum > 0 ? [1, -1] : [-1, 1];
  if (!pairs.some(({ step }) => step === usual)) return [];
  return pairs
    .filter(({ step }) => step === other)
    .map(({ post }) => ({ ...placeOf(post), ...(usual > 0 ? BACKWARDS : FORWARDS) }));
}

const FORWARDS = {
  severity: "warning",
  code: "post-order",
  message: "This post is newer than the one above it, while nearly all others are older.",
  hint: "Look whether one of the two times is wrong.",
} as const;

const BACKWARDS = {
  severity: "warning",
  code: "post-order",
  message: "This post is older than the one above it, while nearly all others are newer.",
  hint: "Look whether one of the two times is wrong.",
} as const;

/** Of its time. */
function placeOf({ part, headline = "" }: TimedPost) {
  const { line, column, heading } = part;
  return { line, column, length: heading.slice(0, heading.length - headline.length).trim().length };
}
