import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forgetChanges, hasUntoldChanges, noteRemoved } from "../archive/changes.ts";
import { forgetFact, readFact, writeFact } from "../archive/facts.ts";
import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import {
  doubtPage,
  forgetPage,
  hasPageAt,
  listDoubtfulPages,
  listPublishedPages,
  storePage,
} from "../archive/published-pages.ts";
import { forgetSearch } from "../archive/search-records.ts";
import { queuePage } from "../archive/stale-queue.ts";
import { addressOf, outputFile } from "../model/address.ts";
import { HOME, queueAddress, SEARCH_FOLDER } from "../model/page.ts";
import type { Twin } from "../model/site.ts";
import { isFile } from "./is-file.ts";
import { originalOf } from "./twins.ts";

/** The folder that readers are served from. */
export interface OutputFolder {
  readonly path: string;
  /** Where pages are made ready, on the same file system. */
  readonly staging: string;
  /**
   * `served`: readers get what is in it. `new`: nobody yet, it appears in one piece. `delta`: neither; what
   * appears is to be copied to where readers get the pages that the archive knows.
   */
  readonly state: "served" | "new" | "delta";
  /** That files are to have, and those that they were to have when the last build ended. */
  readonly twins: readonly Twin[];
  readonly oldTwins: readonly Twin[];
}

/** Whether files may have twins. */
export function hasTwins({ twins, oldTwins }: Pick<OutputFolder, "twins" | "oldTwins">): boolean {
  return twins.length > 0 || oldTwins.length > 0;
}

/** Whether files may have other twins than they should, though their bytes be right. */
export function hasOtherTwins({ twins, oldTwins }: OutputFolder): boolean {
  return twins.join() !== oldTwins.join();
}

/** The output folder holds something that Dateline did not write, and would have to be overwritten. */
export class ForeignOutput extends Error {}

/** What changed can't be told from what is in the output folder already. */
export class OccupiedOutput extends Error {}

/** The output folder does not hold what the archive says that readers have. */
export class NotPublished extends Error {}

const MARKER = ".dateline";

/**
 * Makes sure that the archive's pages are those in the folder: where somebody emptied or replaced it,
 * the folder is walked once. Pages that are not there are forgotten, files that nobody knows are strays.
 * @throws ForeignOutput
 */
export function openOutputFolder(
  archive: Archive,
  path: string,
  twins: readonly Twin[],
): OutputFolder {
  if (isEmpty(path)) return openEmptyFolder(archive, path, twins, "new");
  if (!existsSync(join(path, MARKER))) throw new ForeignOutput(path);
  const oldTwins = twinsOfLastBuild(archive);
  if (isAsItWas(archive, path)) settleDoubts(archive, path);
  else compareWithFolder(archive, path, hasTwins({ twins, oldTwins }));
  return { path, staging: freshStaging(path), state: "served", twins, oldTwins };
}

function twinsOfLastBuild(archive: Archive): Twin[] {
  const twins = readFact(archive, "twins");
  return twins === undefined ? [] : parseStored(twins);
}

/**
 * The folder for what is to be copied to readers: for everything, where the archive does not know what they have.
 * @throws OccupiedOutput
 */
export function openDeltaFolder(
  archive: Archive,
  path: string,
  twins: readonly Twin[],
): OutputFolder {
  if (!isEmpty(path)) throw new OccupiedOutput(path);
  const isKnown = readFact(archive, "output") !== undefined && !hasUntoldChanges(archive);
  return openEmptyFolder(archive, path, twins, isKnown ? "delta" : "new");
}

function isEmpty(path: string): boolean {
  return !existsSync(path) || readdirSync(path).every((name) => name === MARKER);
}

function openEmptyFolder(
  archive: Archive,
  path: string,
  twins: readonly Twin[],
  state: "new" | "delta",
): OutputFolder {
  const staging = freshStaging(path);
  rmSync(join(path, MARKER), { force: true });
  if (state === "new") forgetAllPages(archive);
  return { path, staging, state, twins, oldTwins: twinsOfLastBuild(archive) };
}

function freshStaging(path: string): string {
  const staging = `${path}.staging`;
  rmSync(staging, { recursive: true, force: true });
  return staging;
}

/**
 * Makes sure that a folder is one that Dateline wrote.
 * @throws NotPublished
 */
export function requirePublished(path: string): void {
  if (!existsSync(join(path, MARKER))) throw new NotPublished(path);
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
export function rememberFolder(archive: Archive, { path, state, twins }: OutputFolder): void {
  writeFact(archive, "output", state === "delta" ? ELSEWHERE : identityOf(path));
  writeFact(archive, "twins", JSON.stringify(twins));
}

/** The pages are in a folder that Dateline has not seen. */
const ELSEWHERE = "elsewhere";

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

/** Whether the pages in the folder are those of the last build. */
export function isRemembered(archive: Archive, path: string): boolean {
  return existsSync(join(path, MARKER)) && isAsItWas(archive, path);
}

/** Has the folder walked, whichever it is. */
export function forgetFolder(archive: Archive): void {
  forgetFact(archive, "output");
}

function forgetAllPages(archive: Archive): void {
  forgetFolder(archive);
  archive.sql.run`DELETE FROM pages`;
  forgetSearch(archive);
  forgetChanges(archive);
}

/** After a build that was killed: whatever it was about to write or to remove is still queued. */
function settleDoubts(archive: Archive, path: string): void {
  for (const { address } of listDoubtfulPages(archive)) {
    if (existsSync(join(path, outputFile(address)))) continue;
    noteRemoved(archive, address);
    forgetPage(archive, address);
  }
}

/** The search index is made by a command of its own. */
function isOfSearch(file: string): boolean {
  return file.startsWith(`${SEARCH_FOLDER}/`);
}

/** One page and one folder at a time: there may be hundreds of thousands. */
function compareWithFolder(archive: Archive, path: string, hasTwins: boolean): void {
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
      if (file === MARKER || isOfSearch(file) || hasPageAt(archive, address)) continue;
      const original = hasTwins ? originalOf(file) : undefined;
      if (original !== undefined) {
        // Published again with its file, if at all.
        if (!hasPageAt(archive, addressOf(original))) rmSync(join(path, file));
        continue;
      }
      const hash = hashOf(readFileSync(join(path, file)));
      storePage(archive, { kind: "stray", subject: "", address, fingerprint: "", hash });
    }
  });
}

/** One folder at a time; the marker too. */
function* listFiles(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(root, path);
    else yield path;
  }
}

/** Every file that readers can get, by its path inside the folder. */
export function* listOutput(root: string): Generator<string> {
  for (const file of listFiles(root, "")) if (file !== MARKER) yield file;
}
