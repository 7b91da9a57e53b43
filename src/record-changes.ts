import { readFact, writeFact } from "./archive/facts.ts";
import { listPaths } from "./archive/lists.ts";
import type { Archive } from "./archive/open-archive.ts";
import { queueLapsed, recordReadings } from "./archive/record.ts";
import {
  compareBytes,
  forgetHiddenPictures,
  listDueFiles,
  listFaultyFiles,
  listFileChanges,
  listHiddenFiles,
  seenFile,
} from "./archive/seen-files.ts";
import { listShowing, listUnreadPictures, queueStrays, StaleQueue } from "./archive/stale-queue.ts";
import { hasAuthor, listAuthorKeys } from "./archive/stored-pages.ts";
import { listFiles } from "./content/list-files.ts";
import { readChanges, readNewPictures, type SeenContent } from "./content/read-changes.ts";
import type { Instant } from "./model/instant.ts";
import { authorList } from "./model/list.ts";
import type { Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface Recorder {
  readonly archive: Archive;
  readonly contentFolder: string;
  readonly site: Site;
  readonly now: Instant;
  readonly isPreview: boolean;
  /** Reads every file, also those that are as they were. */
  readonly readsEverything: boolean;
  readonly watch: Stopwatch;
}

/**
 * Reads what changed and records it: afterwards every page that may be stale is queued, whatever
 * becomes of this build. Belongs in one transaction.
 */
export function recordChanges(recorder: Recorder): Problem[] {
  const { archive, contentFolder, site, now, isPreview, watch } = recorder;
  const last = Number(readFact(archive, "now") ?? now);
  const recording = { archive, site, stale: new StaleQueue(archive) };
  const context = {
    contentFolder,
    isPreview,
    site,
    now,
    hasAuthor: (key: string) => hasAuthor(archive, key),
    authorKeys: () => listAuthorKeys(archive),
  };
  const readings = watch.pull("read", readChanges(context, seenContent(recorder, last)));
  const problems = [
    ...recordReadings(recording, readings),
    ...recordReadings(recording, readNewPictures(context, listUnreadPictures(archive))),
  ];
  queueLapsed(recording, last, now);
  forgetHiddenPictures(archive);
  queueStrays(archive);
  writeFact(archive, "now", String(now));
  return problems;
}

function seenContent(recorder: Recorder, last: Instant): SeenContent {
  const { archive, now, readsEverything } = recorder;
  return {
    changes: () => changes(recorder),
    due: () => [...listDueFiles(archive, last, now), ...listFaultyFiles(archive)],
    affected: (gone) => gone.flatMap((path) => affectedBy(archive, path)),
    file: (path) => seenFile(archive, path),
    knownHash: (path) => (readsEverything ? undefined : seenFile(archive, path)?.hash),
  };
}

function* changes({ archive, contentFolder, readsEverything }: Recorder) {
  const present = listFiles(contentFolder, compareBytes);
  for (const { file, change } of listFileChanges(archive, present)) {
    if (change !== "none" || readsEverything) yield { file, isGone: change === "gone" };
  }
}

/** Stories that may name what is gone. Nothing is known of what hidden ones name. */
function affectedBy(archive: Archive, path: string): string[] {
  if (path.startsWith("media/")) return listShowing(archive, path.slice("media/".length));
  if (!path.startsWith("authors/")) return [];
  const list = authorList(path.slice("authors/".length, -".md".length));
  return [
    ...listHiddenFiles(archive),
    ...Array.from(listPaths(archive, list), ({ path: story }) => story),
  ];
}
