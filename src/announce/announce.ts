import type { Instant } from "../model/instant.ts";
import { silenceEnd } from "../model/silent-hours.ts";
import { absoluteUrl, type Site } from "../model/site.ts";
import { type Announcement, announcementOf, type PublicStory } from "./announcement.ts";
import { Delivering, type Sending, type Tally } from "./delivering.ts";
import { whyUnanswered } from "./page-answers.ts";

/** What may be told. */
export interface News {
  readonly site: Site;
  /** Stories of the last 24 hours, oldest first. */
  readonly stories: readonly PublicStory[];
  /** Addresses that a build added: of them alone something new is told. Without, of all that is new to the record. */
  readonly added?: ReadonlySet<string> | undefined;
}

export interface AnnounceReport {
  readonly announced: readonly Announced[];
  /** Stories that wait for a later run: their addresses do not answer. */
  readonly unanswered: readonly Unanswered[];
  /** Addresses of stories that wait for the end of the silent hours. */
  readonly held: readonly string[];
  readonly silentUntil: Instant | undefined;
}

export interface Announced extends Readonly<Tally> {
  readonly address: string;
  readonly headline: string;
  /** Subscriptions that a later run tries again. */
  readonly waiting: number;
}

export interface Unanswered {
  readonly address: string;
  readonly reason: string;
}

/** How long a run waits for subscriptions that are to be tried again. What takes longer is left to the next one. */
const PATIENCE_MS = 10 * 60 * 1000;

/** Tells everybody who asked for it of each new story, once. What a run that was killed had begun is brought to its end. */
export async function announce(news: News, sending: Sending): Promise<AnnounceReport> {
  const due = storiesDue(news, sending);
  const silentUntil = silenceEnd(news.site, sending.clock.now());
  if (silentUntil !== undefined) {
    const held = due.map(({ address }) => address);
    return { announced: [], unanswered: [], held, silentUntil };
  }
  const { announcements, unanswered } = await beginAnswering(news.site, due, sending);
  return { announced: await tell(announcements, sending), unanswered, held: [], silentUntil };
}

/** Stories that were begun, or are unknown. What was begun and is no news any more is over. */
function storiesDue({ stories, added }: News, { record }: Sending): PublicStory[] {
  const begun = new Set(record.listUnfinished());
  for (const address of begun.difference(new Set(stories.map(({ address }) => address))))
    record.finish(address);
  const isNew = (story: PublicStory) =>
    (added === undefined || added.has(story.address)) && !record.knows(story);
  return stories.filter((story) => begun.has(story.address) || isNew(story));
}

async function beginAnswering(site: Site, stories: readonly PublicStory[], sending: Sending) {
  const { record, subscriptions, clock } = sending;
  const newest = await subscriptions.newest();
  const announcements: Announcement[] = [];
  const unanswered: Unanswered[] = [];
  for (const story of stories) {
    const { address } = story;
    const url = absoluteUrl(site, address);
    const reason = await whyUnanswered(url, story.canonical ?? url);
    if (reason !== undefined) unanswered.push({ address, reason });
    else if (record.begin(story, newest))
      announcements.push(announcementOf(site, story, clock.now()));
  }
  return { announcements, unanswered };
}

async function tell(
  announcements: readonly Announcement[],
  sending: Sending,
): Promise<Announced[]> {
  let all = 0;
  const onThrough = () => sending.onThrough(all);
  const deliveries = announcements.map((each) => new Delivering(each, sending, onThrough));
  for (const delivering of deliveries) all += await delivering.count();
  for (const delivering of deliveries) await delivering.pass();
  await tryAgain(deliveries, sending);
  return deliveries.map((delivering) => {
    const { address, headline } = delivering.announcement.story;
    return { address, headline, ...delivering.tally, waiting: delivering.close() };
  });
}

async function tryAgain(all: readonly Delivering[], { clock }: Sending): Promise<void> {
  const patientUntil = clock.now() + PATIENCE_MS;
  for (;;) {
    const dues = all.map((delivering) => delivering.nextDue() ?? Number.POSITIVE_INFINITY);
    const due = Math.min(...dues);
    if (due > patientUntil) return;
    await clock.waitUntil(due);
    for (const delivering of all) await delivering.pass();
  }
}
