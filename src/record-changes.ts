import { readFact, writeFact } from "./archive/facts.ts";
import { listPaths } from "./archive/lists.ts";
import type { Archive } from "./archive/open-archive.ts";
import { queueEverything } from "./archive/queue-everything.ts";
import { queueLapsed, recordReadings } from "./archive/record.ts";
import {
  compareBytes,
  listDueFiles,
  listFaultyFiles,
  listFileChanges,
  listHiddenFiles,
  seenFile,
} from "./archive/seen-files.ts";
import { listShowing, listUnreadPictures, queueStrays, StaleQueue } from "./archive/stale-queue.ts";
import { hasAuthor, listAuthorKeys } from "./archive/stored-pages.ts";
import { listFiles } from "./content/list-files.ts";
import { readChanges, type SeenContent } from "./content/read-changes.ts";
import type { Edition } from "./edition.ts";
import type { Instant } from "./model/instant.ts";
import { authorList } from "./model/list.ts";
import type { Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import type { Paper } from "./paper.ts";
import type { OutputFolder } from "./publish/output-folder.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface Recorder {
  readonly archive: Archive;
  readonly paper: Paper;
  readonly site: Site;
  readonly edition: Edition;
  readonly output: OutputFolder;
  readonly now: Instant;
  readonly watch: Stopwatch;
}

/**
 * Reads what changed and records it, in one transaction: afterwards every page that may be stale is
 * queued, whatever becomes of this build.
 */
export function recordChanges(recorder: Recorder): Problem[] {
  const { archive, paper, site, edition, output, now, watch } = recorder;
  return archive.transaction(() => {
    const last = Number(readFact(archive, "now") ?? now);
    const recording = { archive, site, stale: new StaleQueue(archive) };
    const context = {
      contentFolder: paper.contentFolder,
      isPreview: paper.isPreview,
      site,
      now,
      hasAuthor: (key: string) => hasAuthor(archive, key),
      authorKeys: () => listAuthorKeys(archive),
    };
    const readings = watch.pull("read", readChanges(context, seenContent(recorder, last)));
    const problems = recordReadings(recording, readings);
    queueLapsed(recording, last, now);
    if (edition.changed.length > 0 || output.isFresh) queueEverything(archive, site);
    queueStrays(archive);
    edition.remember();
    writeFact(archive, "now", String(now));
    return problems;
  });
}

function seenContent({ archive, paper, edition, now }: Recorder, last: Instant): SeenContent {
  return {
    changes: () => changes(archive, paper, edition),
    due: () => [...listDueFiles(archive, last, now), ...listFaultyFiles(archive)],
    affected: (gone) => gone.flatMap((path) => affectedBy(archive, path)),
    newPictures: () => listUnreadPictures(archive),
    file: (path) => seenFile(archive, path),
    knownHash: (path) => (edition.hasNewRules ? undefined : seenFile(archive, path)?.hash),
  };
}

function* changes(archive: Archive, paper: Paper, edition: Edition) {
  const present = listFiles(paper.contentFolder, compareBytes);
  for (const { file, change } of listFileChanges(archive, present)) {
    if (change !== "none" || edition.hasNewRules) yield { file, isGone: change === "gone" };
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
