import { HOME } from "../model/page.ts";
import { isError, type Problem } from "../model/problem.ts";
import type { LinkPlace, Reading } from "../model/reading.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { listPrioritized } from "./lists.ts";
import { type Recording, recordReading } from "./record-reading.ts";
import { removeStory, type StoredStory, storedStory, storeStory } from "./stored-stories.ts";
import { conflictsOf, movesWithoutAlias } from "./story-conflicts.ts";
import { resolveAddress } from "./wanted-pages.ts";

/** Records readings one by one and returns all problems: theirs, and those that show only beside the others. */
export async function recordReadings(
  recording: Recording,
  readings: AsyncIterable<Reading>,
): Promise<Problem[]> {
  const { archive } = recording;
  const problems: Problem[] = [];
  const vanished: PublishedStory[] = [];
  const contested: Contested[] = [];
  const unresolved: { file: string; link: LinkPlace }[] = [];
  for await (const alone of readings) {
    const isContested = hasConflict(recording, alone);
    const isGone = alone.outcome.kind === "gone";
    const old = isContested || isGone ? storedStory(archive, alone.file.path) : undefined;
    if (isGone && old !== undefined && isPublished(old.story)) vanished.push(old.story);
    if (isContested) contested.push({ reading: alone, old });
    const reading = recordReading(recording, alone);
    problems.push(...reading.problems);
    for (const link of reading.links) {
      if (!resolves(recording, link)) unresolved.push({ file: reading.file.path, link });
    }
  }
  for (const each of contested) problems.push(...settleConflict(recording, each));
  for (const page of recording.topics.renamedPages(recording.site)) recording.stale.add(page);
  // A link may lead to a story that was read after it.
  const dead = unresolved.filter(({ link }) => !resolves(recording, link));
  return [...problems, ...movesWithoutAlias(archive, vanished), ...dead.map(deadLink)];
}

/** A story that wants what another has, and what was known of it before. */
interface Contested {
  readonly reading: Reading;
  readonly old: StoredStory | undefined;
}

function hasConflict({ archive, site }: Recording, reading: Reading): boolean {
  return reading.file.path.startsWith("stories/") && conflictsOf(archive, site, reading).length > 0;
}

/** The other story may have moved, or given up the alias, when it was read in its turn: else this one is faulty. */
function settleConflict(recording: Recording, { reading, old }: Contested): Problem[] {
  const { archive, site } = recording;
  const conflicts = conflictsOf(archive, site, reading);
  if (!conflicts.some(isError)) return conflicts;
  const faulty = { ...reading, problems: [...reading.problems, ...conflicts] };
  if (reading.outcome.kind === "story") {
    if (old === undefined) removeStory(archive, reading.file.path);
    else storeStory(archive, old.story, old.hash);
    recordReading(recording, { ...faulty, outcome: { kind: "faulty" } });
  } else {
    recordReading(recording, faulty);
  }
  return conflicts;
}

function resolves({ archive, site }: Recording, { address }: LinkPlace): boolean {
  return resolveAddress(archive, site, address) !== undefined;
}

function deadLink({ file, link }: { file: string; link: LinkPlace }): Problem {
  const { address, line, column, length } = link;
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

/** Queues what changes with the clock alone: the front page, when a story's priority lapses. */
export function queueLapsed({ archive, site, stale }: Recording, last: number, now: number): void {
  const lapse = site.priorityHours * 3_600_000;
  const [from, to] = [Math.min(last, now), Math.max(last, now)];
  const lapsed = listPrioritized(archive, from - lapse).some(
    ({ publication }) => publication.at + lapse <= to,
  );
  if (lapsed) stale.add(HOME);
}
