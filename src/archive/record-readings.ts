import { redirectPage } from "../model/page.ts";
import type { Problem } from "../model/problem.ts";
import type { LinkPlace, Reading } from "../model/reading.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { listClockPages } from "./clock-pages.ts";
import { LongMap } from "./long-map.ts";
import type { Archive } from "./open-archive.ts";
import type { ProblemList } from "./problem-list.ts";
import { beside, type Recording, recordReading } from "./record-reading.ts";
import { listSameBodies, removeAliases, storedStory } from "./stored-stories.ts";
import {
  type AliasPlace,
  aliasPlaces,
  conflictsOf,
  movedWithoutAlias,
  shadowedAliases,
  wantsTaken,
} from "./story-conflicts.ts";
import { noteTraces } from "./traces.ts";
import { resolveAddress } from "./wanted-pages.ts";

/** Records readings one by one and notes all problems: theirs, and those that show only beside the others. */
export async function recordReadings(
  recording: Recording,
  readings: AsyncIterable<Reading>,
  problems: ProblemList,
): Promise<void> {
  const { archive } = recording;
  const vanished = new LongMap<PublishedStory>();
  const unresolved = new LongMap<readonly LinkPlace[]>();
  const aliases = new LongMap<readonly AliasPlace[]>();
  for await (const alone of inTurn(recording, readings)) {
    const { path } = alone.file;
    const old = alone.outcome.kind === "gone" ? storedStory(archive, path) : undefined;
    if (old !== undefined && isPublished(old.story)) vanished.set(path, old.story);
    const reading = recordReading(recording, alone);
    // A file that was edited is read again where something that it names is gone.
    problems.forget(path);
    problems.add(reading.problems);
    const places = aliasPlaces(reading);
    if (places.length > 0) aliases.set(path, places);
    const links = reading.links.filter((link) => !resolves(recording, link));
    if (links.length > 0) unresolved.set(path, links);
  }
  if (vanished.values().some((story) => !isElsewhere(archive, story))) noteTraces(archive);
  for (const page of recording.topics.renamedPages(recording.site)) recording.stale.add(page);
  for (const places of aliases.values()) problems.add(shadowedAliases(archive, places));
  for (const story of vanished.values()) problems.add(movedWithoutAlias(archive, story));
  // A link may lead to a story that was read after it, and an alias too.
  for (const [file, links] of unresolved) {
    const dead = links.filter((link) => !resolves(recording, link));
    problems.add(dead.map((link) => deadLink(file, link)));
  }
}

function isElsewhere(archive: Archive, { path, bodyHash }: PublishedStory): boolean {
  return listSameBodies(archive, bodyHash, path).length > 0;
}

/** What a story wants may be another's, who gives it up in the same build: such stories wait for all others. */
async function* inTurn(
  { archive, site, stale }: Recording,
  readings: AsyncIterable<Reading>,
): AsyncGenerator<Reading> {
  const waiting = new LongMap<Reading>();
  for await (const reading of readings) {
    if (!wantsTaken(archive, site, reading)) {
      yield reading;
      continue;
    }
    // Two that wait may each want what the other has.
    const { path } = reading.file;
    for (const alias of storedStory(archive, path)?.story.aliases ?? []) {
      stale.add(redirectPage(alias));
    }
    removeAliases(archive, path);
    waiting.set(path, reading);
  }
  for (const reading of waiting.values())
    yield beside(reading, conflictsOf(archive, site, reading));
}

function resolves({ archive, site }: Recording, { address }: LinkPlace): boolean {
  return resolveAddress(archive, site, address) !== undefined;
}

function deadLink(file: string, { address, line, column, length }: LinkPlace): Problem {
  return {
    file,
    line,
    column,
    length,
    severity: "warning",
    code: "link-dead",
    message: `Nothing is published at ${address}: readers see the words without the link.`,
    hint: "Correct the address, or publish what it leads to.",
  };
}

/** Queues what changes with the clock alone, forwards or backwards. */
export function queueLapsed({ archive, site, stale }: Recording, last: number, now: number): void {
  const [from, to] = [Math.min(last, now), Math.max(last, now)];
  for (const { pages, nextLapse } of listClockPages(archive, site)) {
    const lapse = nextLapse(from);
    if (lapse !== undefined && lapse <= to) for (const page of pages) stale.add(page);
  }
}
