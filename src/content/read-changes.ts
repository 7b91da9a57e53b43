import type { Reading, SeenFile } from "../model/reading.ts";
import { missingFile, type ReadContext, readContent } from "./read-content.ts";
import { statFile } from "./stat-file.ts";

/** What the archive knows of the content folder. */
export interface SeenContent {
  /** Files to read, because they are not as they were; or all, because the rules are not. */
  changes(): Iterable<{ readonly file: SeenFile; readonly isGone: boolean }>;
  /** Paths of unchanged files that say something else now, or whose errors are to be reported again. */
  due(): readonly string[];
  /** The same, when all changes are recorded: files that named what is gone. */
  affected(gone: readonly string[]): readonly string[];
  /** As it was last read. */
  file(path: string): SeenFile | undefined;
  /** Of a file that need not be read again while it has this hash. */
  knownHash(path: string): string | undefined;
}

/**
 * Reads the files that are new, changed, gone or due, one at a time: what is read later may depend on
 * what was recorded of those before it, as a story does on its author.
 */
export function* readChanges(context: ReadContext, seen: SeenContent): Generator<Reading> {
  const again = new Set(seen.due());
  const gone: string[] = [];
  for (const { file, isGone } of seen.changes()) {
    const { path } = file;
    if (isGone) {
      gone.push(path);
      yield missingFile(file);
    } else {
      yield readContent(file, context, again.has(path) ? undefined : seen.knownHash(path));
    }
    again.delete(path);
  }
  for (const path of seen.affected(gone)) again.add(path);
  for (const path of again) {
    const file = seen.file(path);
    if (file !== undefined) yield readContent(file, context);
  }
}

/** Reads pictures that are shown now and were not before. To be asked when all changes are recorded. */
export function* readNewPictures(
  context: ReadContext,
  pictures: readonly string[],
): Generator<Reading> {
  for (const src of pictures) {
    const file = statFile(context.contentFolder, `media/${src}`);
    if (file !== undefined) yield readContent(file, context);
  }
}
