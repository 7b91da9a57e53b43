import { keyOf, TOPICS, WRITERS, type Writer, ZONE } from "./newsroom.ts";
import { body, headline, sentence } from "./prose.ts";
import { LongTail, type Random } from "./random.ts";
import { PLACES, SECTIONS } from "./vocabulary.ts";

export interface StoryFile {
  /** `stories/2026/06/slug.md` */
  readonly path: string;
  readonly text: string;
}

export interface Assignment {
  /** `2026-06-30` */
  readonly day: string;
  /** Of the day. */
  readonly minute: number;
  /** Makes the slug the only one of its month. */
  readonly number: number;
  /** Address of a story to link to. */
  readonly earlier: string | undefined;
}

const SECTION_KEYS = new LongTail(SECTIONS.map(([key]) => key).reverse());
const TOPIC_NAMES = new LongTail(TOPICS);
const LAST_MINUTE = 24 * 60 - 1;

export function storyFile(random: Random, assignment: Assignment): StoryFile {
  const { day, minute, number, earlier } = assignment;
  const title = headline(random);
  const lines = [
    "---",
    `headline: ${title}`,
    `dateline: ${random.pick(PLACES)[0]}`,
    `byline: ${byline(random)}`,
    `published: ${timestamp(day, minute)}`,
    ...updated(random, day, minute),
    `section: ${SECTION_KEYS.pick(random)}`,
    ...topics(random),
    `summary: ${sentence(random)}`,
    "---",
  ];
  return {
    path: `stories/${day.slice(0, 7).replace("-", "/")}/${keyOf(title)}-${number}.md`,
    text: `${lines.join("\n")}\n\n${body(random, earlier)}`,
  };
}

function byline(random: Random): string {
  const first: Writer = random.pick(WRITERS);
  const second: Writer = random.pick(WRITERS);
  return random.chance(0.08) && second !== first ? `[${first.key}, ${second.key}]` : first.key;
}

function updated(random: Random, day: string, minute: number): string[] {
  if (!random.chance(0.06)) return [];
  const later = Math.min(minute + 10 + random.below(240), LAST_MINUTE);
  return [`updated: ${timestamp(day, later)}`];
}

function topics(random: Random): string[] {
  const names = new Set(Array.from({ length: random.below(4) }, () => TOPIC_NAMES.pick(random)));
  return names.size === 0 ? [] : ["topics:", ...[...names].map((name) => `  - ${name}`)];
}

function timestamp(day: string, minute: number): string {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  });
  return wall.toZonedDateTime(ZONE).toString({ timeZoneName: "never", smallestUnit: "second" });
}
