import { PAGES_SITEMAP } from "../model/crawler-page.ts";
import { touchedPages } from "../model/filing.ts";
import { dayIn } from "../model/instant.ts";
import { authorList, EARLIER_STORIES, periodsOf, topicList } from "../model/list.ts";
import {
  editorsPage,
  feedPages,
  frontPage,
  HOME,
  latestPages,
  type Page,
  periodPage,
  picturePages,
  shareImagePage,
  staticPage,
  storyPage,
} from "../model/page.ts";
import { isError, type Problem } from "../model/problem.ts";
import type { Reading } from "../model/reading.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory, type Withdrawal } from "../model/story.ts";
import { listPaths, listPathsAfter } from "./lists.ts";
import { newestPages, newestPagesWith } from "./newest-pages.ts";
import type { Archive } from "./open-archive.ts";
import { rememberFile, restampFile } from "./seen-files.ts";
import { forgetShown, noteShown, type StaleQueue, shownSource } from "./stale-queue.ts";
import {
  editorsPageAtAddress,
  keepEditorsPage,
  removeAuthor,
  removeEditorsPage,
  storeAuthor,
  storedAuthor,
  storeEditorsPage,
} from "./stored-pages.ts";
import {
  keepStory,
  removeStory,
  type StoredStory,
  storedStory,
  storeStory,
  storyAtAddress,
} from "./stored-stories.ts";
import { historyOf } from "./story-conflicts.ts";
import type { TopicNames } from "./topic-names.ts";
import { noteTraces } from "./traces.ts";

/** The archive that is written to, and the pages that this makes stale. */
export interface Recording {
  readonly archive: Archive;
  readonly site: Site;
  readonly stale: StaleQueue;
  readonly topics: TopicNames;
  /** Nothing was recorded before: everything is stale, and queued when all is recorded. */
  readonly isFirst: boolean;
}

/**
 * Stores what came of reading a file and queues every page that it can touch, as it was and as it is.
 * Returns the reading as it holds beside all the others.
 */
export function recordReading(recording: Recording, alone: Reading): Reading {
  const { archive, stale } = recording;
  const { path } = alone.file;
  if (alone.outcome.kind === "same") {
    restampFile(archive, alone.file);
    return alone;
  }
  const reading = path.startsWith("stories/") ? recordStory(recording, alone) : alone;
  if (path.startsWith("authors/")) recordAuthor(recording, reading);
  if (path.startsWith("pages/")) recordEditorsPage(recording, reading);
  if (path.startsWith("media/")) recordPicture(recording, path.slice("media/".length));
  if (path.startsWith("static/")) stale.add(staticPage(path));
  rememberFile(archive, reading);
  return reading;
}

function recordStory(recording: Recording, alone: Reading): Reading {
  const { archive } = recording;
  const { path } = alone.file;
  const old = storedStory(archive, path);
  const reading = beside(alone, historyOf(alone, old?.story));
  const { outcome, hash } = reading;
  const isUp = outcome.kind === "story" ? isPublished(outcome.story) : outcome.kind === "faulty";
  const hidesPosts = outcome.kind === "story" && losesPosts(old?.story, outcome.story);
  // What is gone may stand elsewhere: that shows when all is recorded.
  if (hidesPosts || (old !== undefined && !isUp && outcome.kind !== "gone")) noteTraces(archive);
  if (outcome.kind === "story") {
    if (
      old?.hash === hash &&
      !old.isKept &&
      JSON.stringify(old.story) === JSON.stringify(outcome.story)
    ) {
      return reading;
    }
    if (old !== undefined) touch(recording, old.story);
    touch(recording, outcome.story);
    if (old !== undefined) removeStory(archive, old.story);
    storeStory(archive, outcome.story, hash);
    if (old === undefined) return reading;
    if (isUp) noteShown(archive, old.story.address, old.story);
    else forgetShown(archive, old.story.address);
  } else if (old !== undefined) {
    const shown =
      outcome.kind === "faulty" ? shownSource(archive, old.story.address, old.story) : undefined;
    if (shown === undefined) takeDownStory(recording, old.story);
    else keepShownStory(recording, old, shown);
  }
  return reading;
}

/** Whether a post of a live blog is taken down. */
function losesPosts(
  old: PublishedStory | Withdrawal | undefined,
  story: PublishedStory | Withdrawal,
): boolean {
  if (old === undefined || !("live" in old)) return false;
  const moments = new Set("live" in story ? story.live?.posts.map(({ at }) => at) : []);
  return old.live?.posts.some(({ at }) => !moments.has(at)) === true;
}

function takeDownStory(recording: Recording, story: StoredStory["story"]): void {
  touch(recording, story);
  removeStory(recording.archive, story);
  forgetShown(recording.archive, story.address);
}

/** What was recorded since, and not published, is forgotten. */
function keepShownStory(
  recording: Recording,
  { story, hash }: StoredStory,
  shown: StoredStory["story"],
): void {
  if (shown !== story) {
    touch(recording, story);
    touch(recording, shown);
    removeStory(recording.archive, story);
    storeStory(recording.archive, shown, hash);
  }
  keepStory(recording.archive, shown);
}

/** A file may be faulty because of another. */
export function beside(reading: Reading, more: readonly Problem[]): Reading {
  if (more.length === 0) return reading;
  const problems = [...reading.problems, ...more];
  return {
    ...reading,
    problems,
    outcome: more.some(isError) ? { kind: "faulty" } : reading.outcome,
  };
}

function touch(recording: Recording, story: PublishedStory | Withdrawal): void {
  const { archive, site, stale, topics, isFirst } = recording;
  if (isFirst) {
    // They are read when the stories are, if they are queued by then.
    const pictures = isPublished(story) ? story.pictures.flatMap(picturePages) : [];
    for (const page of pictures) stale.add(page);
    return;
  }
  topics.note(story);
  if (isShared(site, story)) stale.add(shareImagePage(story.path));
  for (const page of touchedPages(story)) stale.add(page);
  for (const path of naming(archive, story)) stale.add(storyPage(path));
  const newest = isPublished(story) ? newestPages(archive, story) : latestPages(site);
  for (const page of newest) stale.add(page);
  // Programs tell it from the story that stands where it stood.
  for (const alias of story.aliases) {
    const later = storyAtAddress(archive, alias)?.story;
    if (later === undefined || !isPublished(later)) continue;
    for (const page of newestPages(archive, later)) stale.add(page);
  }
}

/** Later stories of its topics may name it as an earlier one. */
function naming(archive: Archive, story: PublishedStory | Withdrawal): string[] {
  if (!isPublished(story)) return [];
  return story.topics.flatMap(({ key }) =>
    listPathsAfter(archive, topicList(key), story, EARLIER_STORIES),
  );
}

/** Whether a story may have a share image of its own. */
function isShared(
  { shareImagesSince }: Site,
  { publication }: PublishedStory | Withdrawal,
): boolean {
  return shareImagesSince !== undefined && publication.day >= shareImagesSince;
}

function recordAuthor({ archive, site, stale }: Recording, { file, outcome }: Reading): void {
  const key = file.path.slice("authors/".length, -".md".length);
  if (outcome.kind === "faulty") return;
  for (const page of [frontPage(authorList(key)), ...feedPages(authorList(key))]) stale.add(page);
  stale.add(PAGES_SITEMAP);
  const author = outcome.kind === "author" ? outcome.author : undefined;
  const old = storedAuthor(archive, key);
  if (author?.name !== old?.name || author?.kind !== old?.kind) {
    for (const page of authoredPages(archive, site, key)) stale.add(page);
  }
  for (const src of [author, old].flatMap((each) => each?.image?.src ?? [])) {
    for (const page of picturePages(src)) stale.add(page);
  }
  if (author !== undefined) storeAuthor(archive, author);
  else removeAuthor(archive, key);
}

function* authoredPages(archive: Archive, site: Site, key: string): Generator<Page> {
  const list = authorList(key);
  for (const { path, at } of listPaths(archive, list)) {
    const day = dayIn(site.zone, at);
    yield storyPage(path);
    yield* newestPagesWith(archive, path);
    for (const period of periodsOf(list, day)) yield periodPage(list, period);
  }
}

function recordEditorsPage({ archive, stale }: Recording, { file, hash, outcome }: Reading): void {
  const page = editorsPage(file.path);
  stale.add(PAGES_SITEMAP);
  const old = editorsPageAtAddress(archive, page.address)?.page;
  const isFaulty = outcome.kind === "faulty";
  const shown = isFaulty && old !== undefined ? shownSource(archive, page.address, old) : undefined;
  const next = outcome.kind === "editors-page" ? outcome.page : shown;
  if (next === undefined || next !== old) {
    const pictures = [...(old?.pictures ?? []), ...(next?.pictures ?? [])];
    for (const stalePage of [page, ...pictures.flatMap(picturePages)]) stale.add(stalePage);
    removeEditorsPage(archive, file.path);
    if (next !== undefined) storeEditorsPage(archive, next, hash);
  }
  if (isFaulty && next !== undefined) keepEditorsPage(archive, file.path);
  else if (next === undefined) forgetShown(archive, page.address);
  else if (old !== undefined) noteShown(archive, page.address, old);
}

function recordPicture({ stale }: Recording, src: string): void {
  for (const page of [...picturePages(src), HOME]) stale.add(page);
  stale.addMentioning("picture", src);
}
