import { LongMap } from "./archive/long-map.ts";
import type { FileTask } from "./content/read-content.ts";
import type { Reading, SeenFile } from "./model/reading.ts";

/** What the archive knows of the content folder. */
export interface SeenContent {
  /** Files to read, because they are not as they were; or all, because the rules are not. Authors come first. */
  changes(): Iterable<{ readonly file: SeenFile; readonly isGone: boolean }>;
  /** Paths of unchanged files that say something else now, or whose errors are to be reported again. */
  due(): Iterable<string>;
  /** When all changes are recorded: files that named what is gone. */
  affected(gone: Iterable<string>): Iterable<string>;
  /** As it was last read. */
  file(path: string): SeenFile | undefined;
  /** Of a file that need not be read again while it has this hash. */
  knownHash(path: string): string | undefined;
}

/** Reads files, some at a time, and yields what came of them in the order of the tasks. */
export type ReadFiles = (tasks: Iterable<FileTask>) => AsyncIterable<Reading>;

/**
 * Reads the files that are new, changed, gone or due. What is read later may depend on what was
 * recorded of those before it, as a story does on its author: each is to be recorded as it comes.
 */
export async function* readChanges(seen: SeenContent, read: ReadFiles): AsyncGenerator<Reading> {
  const again = new LongMap<null>();
  for (const path of seen.due()) again.set(path, null);
  const gone = new LongMap<null>();
  const changed = changedFiles(seen, again, gone);
  const [authors, others] = authorsFirst(changed);
  yield* read(authors);
  yield* read(others);
  for (const path of seen.affected(gone.keys())) again.set(path, null);
  yield* read(knownFiles(seen, again.keys()));
}

function* knownFiles(seen: SeenContent, paths: Iterable<string>): Generator<FileTask> {
  for (const path of paths) {
    const file = seen.file(path);
    if (file !== undefined) yield { file };
  }
}

function* changedFiles(
  seen: SeenContent,
  again: LongMap<null>,
  gone: LongMap<null>,
): Generator<FileTask> {
  for (const { file, isGone } of seen.changes()) {
    const { path } = file;
    if (isGone) gone.set(path, null);
    yield { file, isGone, knownHash: again.has(path) ? undefined : seen.knownHash(path) };
    again.delete(path);
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
