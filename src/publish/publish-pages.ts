import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { notePublished } from "../archive/changes.ts";
import type { Archive } from "../archive/open-archive.ts";
import { hasPageAt, storePage } from "../archive/published-pages.ts";
import { leaveQueue } from "../archive/stale-queue.ts";
import { outputFile } from "../model/address.ts";
import { type Page, queueAddress } from "../model/page.ts";
import { isFile } from "./is-file.ts";
import { hasTwins, markFolder, type OutputFolder } from "./output-folder.ts";
import type { StagedPage } from "./stage-document.ts";
import { syncFileSystem } from "./sync-file-system.ts";
import { moveTwins, removeTwins } from "./twins.ts";

const PART_LENGTH = 2_000;

/** Where a page is to be written: beside its place, or there at once while nobody is served from the folder. */
export function stagingFile(
  { staging, state }: OutputFolder,
  { address }: Page,
  number: number,
): string {
  return join(staging, state === "served" ? String(number) : outputFile(address));
}

/**
 * Puts pages where readers get them, each whole, in the order in which they come; a part of them at a
 * time, so that neither memory nor a killed build costs more than a part.
 */
export async function publishPages(
  archive: Archive,
  output: OutputFolder,
  pages: AsyncIterable<StagedPage>,
): Promise<void> {
  mkdirSync(output.staging, { recursive: true });
  let part: StagedPage[] = [];
  for await (const page of pages) {
    if (part.push(page) < PART_LENGTH) continue;
    publishPart(archive, output, part);
    part = [];
  }
  publishPart(archive, output, part);
  if (output.state !== "served") revealFolder(output);
}

/** The folder appears in one piece. */
function revealFolder({ path, staging }: OutputFolder): void {
  markFolder(staging);
  syncFileSystem(staging);
  renameSync(staging, path);
}

function publishPart(archive: Archive, output: OutputFolder, part: readonly StagedPage[]): void {
  const moved = part.filter(({ file }) => file !== undefined);
  // Before a file changes, the archive gives up knowing it: a build that is killed in between leaves doubt, not
  // error. Of a new folder it knows nothing before it is there.
  if (output.state !== "new") {
    archive.transaction(() => {
      for (const { page } of moved) noteChange(archive, page);
    });
  }
  if (output.state === "served" && moved.length > 0) movePages(output, moved);
  archive.transaction(() => {
    for (const staged of part) settle(archive, staged);
  });
}

function movePages(output: OutputFolder, moved: readonly StagedPage[]): void {
  syncFileSystem(output.staging);
  for (const { page, file } of moved) {
    const target = join(output.path, outputFile(page.address));
    makeRoom(output, target);
    if (hasTwins(output)) removeTwins(target);
    renameSync(file as string, target);
    if (hasTwins(output)) moveTwins(file as string, target);
  }
  syncFileSystem(output.path);
}

/** What was a file may be a folder now, and the reverse: what is in the way is on its way out. */
function makeRoom({ path }: OutputFolder, target: string): void {
  for (let folder = dirname(target); folder.length > path.length; folder = dirname(folder)) {
    if (isFile(folder)) rmSync(folder);
  }
  if (!isFile(target)) rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
}

function noteChange(archive: Archive, page: Page): void {
  notePublished(archive, page.address, !hasPageAt(archive, page.address));
  storePage(archive, { ...page, fingerprint: "", hash: "" });
}

/** The page is there as it should be, unless another version of it follows. */
function settle(archive: Archive, { page, fingerprint, hash }: StagedPage): void {
  storePage(archive, { ...page, fingerprint, hash });
  if (fingerprint !== "") leaveQueue(archive, queueAddress(page));
}
