import { compareFolder, type FileChange, treeOf } from "./archive/compare-folder.ts";
import { readFact, writeFact } from "./archive/facts.ts";
import { LongMap } from "./archive/long-map.ts";
import type { Archive } from "./archive/open-archive.ts";
import { ProblemList } from "./archive/problem-list.ts";
import { queueLapsed, recordReadings } from "./archive/record-readings.ts";
import { forgetHiddenPictures } from "./archive/seen-files.ts";
import { queueSitemapParts } from "./archive/sitemaps.ts";
import { listUnreadPictures, queueStrays, StaleQueue } from "./archive/stale-queue.ts";
import { listAuthorKeys } from "./archive/stored-pages.ts";
import { TopicNames } from "./archive/topic-names.ts";
import { askGit, type GitAnswers, type GitQuestions } from "./content/ask-git.ts";
import type { FolderListing } from "./content/folder-listing.ts";
import { readChangedTrees } from "./content/git-trees.ts";
import { listFolders } from "./content/list-folders.ts";
import type { FileTask } from "./content/read-content.ts";
import { statFile } from "./content/stat-file.ts";
import type { Hands } from "./hands.ts";
import { inBatches } from "./in-batches.ts";
import type { Instant } from "./model/instant.ts";
import type { Reading } from "./model/reading.ts";
import type { Site } from "./model/site.ts";
import { readChanges } from "./read-changes.ts";
import { compareSaved } from "./saved-files.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface Recorder {
  readonly archive: Archive;
  readonly contentFolder: string;
  /** What was asked already. */
  readonly git?: GitQuestions | undefined;
  /** Paths at which alone something was saved since the last build, where that is known. */
  readonly saved?: ReadonlySet<string> | undefined;
  readonly site: Site;
  readonly now: Instant;
  readonly isPreview: boolean;
  /** Reads every file, also those that are as they were. */
  readonly readsEverything: boolean;
  readonly hands: Hands;
  readonly watch: Stopwatch;
}

/**
 * Reads what changed and records it: afterwards every page that may be stale is queued, whatever
 * becomes of this build; where nothing was recorded before, everything is still to be queued. Belongs in one
 * transaction.
 */
export async function recordChanges(recorder: Recorder): Promise<ProblemList> {
  const { archive, site, now, watch } = recorder;
  const recordedAt = readFact(archive, "now");
  const last = Number(recordedAt ?? now);
  const recording = {
    archive,
    site,
    stale: new StaleQueue(archive, site),
    topics: new TopicNames(archive),
    isFirst: recordedAt === undefined,
  };
  const read = (tasks: Iterable<FileTask>) => readAll(recorder, tasks);
  const changed = await watch.runAsync("read", () => findChanges(recorder));
  const changes = readChanges({ ...recorder, last }, changed, read);
  const problems = new ProblemList();
  await recordReadings(recording, watch.pullAsync("read", changes), problems);
  const pictures = watch.pullAsync("read", read(newPictures(recorder)));
  await recordReadings(recording, pictures, problems);
  queueLapsed(recording, last, now);
  recording.stale.addLinking();
  queueSitemapParts(archive, now);
  forgetHiddenPictures(archive);
  queueStrays(archive);
  writeFact(archive, "now", String(now));
  return problems;
}

async function findChanges(recorder: Recorder): Promise<Iterable<FileChange>> {
  const { archive, contentFolder, saved, readsEverything } = recorder;
  const isTold = saved !== undefined && !readsEverything;
  const changes = isTold ? compareSaved(archive, contentFolder, saved) : undefined;
  return changes ?? compareFolders(recorder, await answersOfGit(recorder));
}

/** Where something was committed there is something to render: what renders is loaded while Git looks at the files. */
async function answersOfGit(recorder: Recorder): Promise<GitAnswers | undefined> {
  const { archive, contentFolder, hands, readsEverything } = recorder;
  const { git = askGit(contentFolder) } = recorder;
  const [treeId, last] = [await git.treeId, readFact(archive, "tree")];
  if (treeId === undefined || treeId === last) return await git.answers;
  writeFact(archive, "tree", treeId);
  if (last === undefined || readsEverything) return await git.answers;
  const changed = readChangedTrees(contentFolder, last, treeId);
  await hands.prepare();
  const [answers, trees] = await Promise.all([git.answers, changed]);
  return answers && { ...answers, trees };
}

const BATCH_LENGTH = 200;

async function* readAll(recorder: Recorder, files: Iterable<FileTask>): AsyncGenerator<Reading> {
  const { archive, contentFolder, site, now, isPreview, hands } = recorder;
  const authors = new Set(listAuthorKeys(archive));
  const context = { contentFolder, site, now, isPreview, authors };
  const tasks = inBatches(files, BATCH_LENGTH).map((batch) => ({ files: batch, context }));
  for await (const readings of hands.readFiles(tasks)) yield* readings;
}

/** Pictures that are shown now and were not before; to be asked when all changes are recorded. */
function newPictures({ archive, contentFolder }: Recorder): Iterable<FileTask> {
  // Recording writes to the tables that are listed here.
  const tasks = new LongMap<FileTask>();
  for (const src of listUnreadPictures(archive)) {
    const file = statFile(contentFolder, `media/${src}`);
    if (file !== undefined) tasks.set(src, { file });
  }
  return tasks.values();
}

function* compareFolders(
  { archive, contentFolder, readsEverything, hands }: Recorder,
  answers: GitAnswers | undefined,
): Generator<FileChange> {
  const knownTree = (folder: string) => (readsEverything ? undefined : treeOf(archive, folder));
  const folders = listFolders(contentFolder, answers, knownTree);
  for (const folder of readsEverything ? announced(folders, hands) : folders) {
    yield* compareFolder(archive, folder);
  }
  if (readsEverything) hands.endReading();
}

/** Folders are listed until there is enough in them for workers, which start while the first files are read. */
function* announced(folders: Iterable<FolderListing>, hands: Hands): Generator<FolderListing> {
  const ahead: FolderListing[] = [];
  for (const folder of folders) {
    hands.expect(folder.files.length);
    ahead.push(folder);
    if (hands.hasEnough) yield* ahead.splice(0);
  }
  yield* ahead;
}
