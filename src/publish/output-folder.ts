import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFact, writeFact } from "../archive/facts.ts";
import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import {
  doubtPage,
  forgetPage,
  listDoubtfulPages,
  listPublishedPages,
  storePage,
} from "../archive/published-pages.ts";
import { queuePage } from "../archive/stale-queue.ts";
import { addressOf, outputFile } from "../model/address.ts";
import { queueAddress } from "../model/page.ts";

/** The folder that readers are served from. */
export interface OutputFolder {
  readonly path: string;
  /** Where pages are made ready, on the same file system. */
  readonly staging: string;
  /** Nothing is there yet: it appears in one piece. */
  readonly isFresh: boolean;
}

/** The output folder holds something that Dateline did not write, and would have to be overwritten. */
export class ForeignOutput extends Error {}

const MARKER = ".dateline";

/**
 * Makes sure that the archive's pages are those in the folder: where somebody emptied or replaced it,
 * the folder is walked once. Pages that are not there are forgotten, files that nobody knows are strays.
 * @throws ForeignOutput
 */
export function openOutputFolder(archive: Archive, path: string): OutputFolder {
  const staging = `${path}.staging`;
  rmSync(staging, { recursive: true, force: true });
  const isFresh = !existsSync(path) || readdirSync(path).length === 0;
  if (!isFresh && !existsSync(join(path, MARKER))) throw new ForeignOutput(path);
  if (isFresh) forgetAllPages(archive);
  else if (readFact(archive, "output") !== identityOf(path)) compareWithFolder(archive, path);
  else settleDoubts(archive, path);
  return { path, staging, isFresh };
}

/** Makes a folder recognizable as Dateline's. */
export function markFolder(path: string): void {
  writeFileSync(join(path, MARKER), "Written by Dateline. Do not edit these files.\n");
}

/** Notes which folder the archive's pages are in, so that the next build need not walk it. */
export function rememberFolder(archive: Archive, path: string): void {
  writeFact(archive, "output", identityOf(path));
}

/** Changes when the folder is another, also after it was copied or restored. */
function identityOf(path: string): string {
  const { dev, ino } = lstatSync(join(path, MARKER));
  return `${dev}:${ino}`;
}

/** Has the folder walked, whichever it is. */
export function forgetFolder({ sql }: Archive): void {
  sql.run`DELETE FROM facts WHERE name = 'output'`;
}

function forgetAllPages(archive: Archive): void {
  forgetFolder(archive);
  archive.sql.run`DELETE FROM pages`;
}

/** After a build that was killed: whatever it was about to write or to remove is still queued. */
function settleDoubts(archive: Archive, path: string): void {
  for (const { address } of listDoubtfulPages(archive)) {
    if (!existsSync(join(path, outputFile(address)))) forgetPage(archive, address);
  }
}

function compareWithFolder(archive: Archive, path: string): void {
  const present = new Set(listFiles(path));
  present.delete(MARKER);
  archive.transaction(() => {
    for (const page of [...listPublishedPages(archive)]) {
      const file = outputFile(page.address);
      if (!present.delete(file)) forgetPage(archive, page.address);
      else if (hashOf(readFileSync(join(path, file))) === page.hash) continue;
      else doubtPage(archive, page.address);
      queuePage(archive, { ...page, address: queueAddress(page) });
    }
    for (const file of present) {
      const page = { kind: "stray", subject: "", address: addressOf(file) } as const;
      storePage(archive, {
        ...page,
        fingerprint: "",
        hash: hashOf(readFileSync(join(path, file))),
      });
    }
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
