import type { FileChange } from "./archive/compare-folder.ts";
import { listPaths } from "./archive/lists.ts";
import { LongMap } from "./archive/long-map.ts";
import type { Archive } from "./archive/open-archive.ts";
import { listDueFiles, listFaultyFiles, listHiddenFiles, seenFile } from "./archive/seen-files.ts";
import { listShowing } from "./archive/stale-queue.ts";
import type { FileTask } from "./content/read-content.ts";
import type { Instant } from "./model/instant.ts";
import { authorList } from "./model/list.ts";
import type { Reading } from "./model/reading.ts";

/** What the archive knows of the content folder, and since when. */
interface SeenContent {
  readonly archive: Archive;
  /** Of the last build and of this one. */
  readonly last: Instant;
  readonly now: Instant;
  /** Reads every file, also those that are as they were. */
  readonly readsEverything: boolean;
}

/** Reads files, some at a time, and yields what came of them in the order of the tasks. */
export type ReadFiles = (tasks: Iterable<FileTask>) => AsyncIterable<Reading>;

/**
 * Reads the files that are new, changed, gone or due. What is read later may depend on what was
 * recorded of those before it, as a story does on its author: each is to be recorded as it comes.
 * @param changes authors come first.
 */
export async function* readChanges(
  seen: SeenContent,
  changes: Iterable<FileChange>,
  read: ReadFiles,
): AsyncGenerator<Reading> {
  const { archive } = seen;
  const again = new LongMap<null>();
  for (const path of dueFiles(seen)) again.set(path, null);
  const gone = new LongMap<null>();
  const [authors, others] = authorsFirst(changedFiles(seen, changes, again, gone));
  yield* read(authors);
  yield* read(others);
  for (const removed of gone.keys())
    for (const path of affectedBy(archive, removed)) again.set(path, null);
  yield* read(knownFiles(archive, again.keys()));
}

/** Unchanged files that say something else now, or whose errors are to be reported again. */
function* dueFiles({ archive, last, now }: SeenContent): Generator<string> {
  yield* listDueFiles(archive, last, now);
  yield* listFaultyFiles(archive);
}

/** Stories that may name what is gone. Nothing is known of what hidden ones name. */
function* affectedBy(archive: Archive, path: string): Generator<string> {
  if (path.startsWith("media/")) yield* listShowing(archive, path.slice("media/".length));
  if (!path.startsWith("authors/")) return;
  const list = authorList(path.slice("authors/".length, -".md".length));
  yield* listHiddenFiles(archive);
  for (const { path: story } of listPaths(archive, list)) yield story;
}

function* knownFiles(archive: Archive, paths: Iterable<string>): Generator<FileTask> {
  for (const path of paths) {
    const file = seenFile(archive, path);
    if (file !== undefined) yield { file };
  }
}

function* changedFiles(
  { archive, readsEverything }: SeenContent,
  changes: Iterable<FileChange>,
  again: LongMap<null>,
  gone: LongMap<null>,
): Generator<FileTask> {
  for (const { file, change } of changes) {
    if (change === "none" && !readsEverything) continue;
    const { path } = file;
    const isGone = change === "gone";
    if (isGone) gone.set(path, null);
    const isDue = again.has(path);
    if (isDue) again.delete(path);
    // A file need not be read again while it has the hash that is known.
    const isKnown = !isDue && !readsEverything;
    yield { file, isGone, knownHash: isKnown ? seenFile(archive, path)?.hash : undefined };
  }
}

/** Takes the authors off the other files, which stay where they are: before authors come only those that are gone. */
function authorsFirst(files: Generator<FileTask>): [FileTask[], Iterable<FileTask>] {
  const authors: FileTask[] = [];
  const gone = new LongMap<FileTask>();
  for (;;) {
    const { value, done } = files.next();
    if (done) return [authors, gone.values()];
    if (value.file.path.startsWith("authors/")) authors.push(value);
    else if (value.isGone) gone.set(value.file.path, value);
    else return [authors, chain(gone.values(), [value], files)];
  }
}

function* chain<T>(...parts: Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
