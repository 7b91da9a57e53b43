import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFact, writeFact } from "../archive/facts.ts";
import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import {
  doubtPage,
  forgetPage,
  hasPageAt,
  listDoubtfulPages,
  listPublishedPages,
  storePage,
} from "../archive/published-pages.ts";
import { queuePage } from "../archive/stale-queue.ts";
import { addressOf, outputFile } from "../model/address.ts";
import { HOME, queueAddress } from "../model/page.ts";
import { isFile } from "./is-file.ts";

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
  const isFresh = !existsSync(path) || readdirSync(path).every((name) => name === MARKER);
  if (!isFresh && !existsSync(join(path, MARKER))) throw new ForeignOutput(path);
  if (isFresh) {
    rmSync(join(path, MARKER), { force: true });
    forgetAllPages(archive);
  } else if (isAsItWas(archive, path)) settleDoubts(archive, path);
  else compareWithFolder(archive, path);
  return { path, staging, isFresh };
}

/** Whether there is something of Dateline's to be served. */
export function isFilled(path: string): boolean {
  return existsSync(join(path, MARKER)) && existsSync(join(path, outputFile(HOME.address)));
}

/** Makes a folder recognizable as Dateline's. */
export function markFolder(path: string): void {
  writeFileSync(join(path, MARKER), "Written by Dateline. Do not edit these files.\n");
}

/** Notes which folder the archive's pages are in, so that the next build need not walk it. */
export function rememberFolder(archive: Archive, path: string): void {
  writeFact(archive, "output", identityOf(path));
}

/** Whoever empties a folder by hand takes the front page too. */
function isAsItWas(archive: Archive, path: string): boolean {
  const isSame = readFact(archive, "output") === identityOf(path);
  return isSame && existsSync(join(path, outputFile(HOME.address)));
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

/** One page and one folder at a time: there may be hundreds of thousands. */
function compareWithFolder(archive: Archive, path: string): void {
  archive.transaction(() => {
    for (const page of listPublishedPages(archive)) {
      const file = join(path, outputFile(page.address));
      if (!isFile(file)) forgetPage(archive, page.address);
      else if (hashOf(readFileSync(file)) === page.hash) continue;
      else doubtPage(archive, page.address);
      queuePage(archive, { ...page, address: queueAddress(page) });
    }
    for (const file of listFiles(path, "")) {
      const address = addressOf(file);
      if (file === MARKER || hasPageAt(archive, address)) continue;
      const hash = hashOf(readFileSync(join(path, file)));
      storePage(archive, { kind: "stray", subject: "", address, fingerprint: "", hash });
    }
  });
}

function* listFiles(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(root, path);
    else yield path;
  }
}
