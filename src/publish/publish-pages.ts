import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive } from "../archive/open-archive.ts";
import { publishedPage, storePage } from "../archive/published-pages.ts";
import { leaveQueue } from "../archive/stale-queue.ts";
import { outputFile } from "../model/address.ts";
import type { Document } from "../model/document.ts";
import { queueAddress } from "../model/page.ts";
import { markFolder, type OutputFolder } from "./output-folder.ts";
import { syncFileSystem } from "./sync-file-system.ts";
import { hashOfDocument, writeDocument } from "./write-document.ts";

/** Addresses whose bytes readers now get differently, and how. */
export type Changes = Map<string, "added" | "changed" | "removed">;

const PART_LENGTH = 2_000;

/**
 * Puts documents where readers get them, each whole, in the order in which they come; a part of them
 * at a time, so that neither memory nor a killed build costs more than a part.
 */
export async function publishPages(
  archive: Archive,
  output: OutputFolder,
  documents: AsyncIterable<Document>,
  changes: Changes,
): Promise<void> {
  mkdirSync(output.staging, { recursive: true });
  const publishPart = output.isFresh ? publishUnseen : publishByRenaming;
  let part: Document[] = [];
  for await (const document of documents) {
    if (part.push(document) < PART_LENGTH) continue;
    publishPart(archive, output, part, changes);
    part = [];
  }
  publishPart(archive, output, part, changes);
  if (output.isFresh) revealFolder(output);
}

/** Nobody is served from the folder yet: it is filled beside its place, and appears in one piece. */
function publishUnseen(
  archive: Archive,
  { staging }: OutputFolder,
  part: readonly Document[],
  changes: Changes,
): void {
  archive.transaction(() => {
    for (const document of part) {
      const { address } = document.page;
      const file = join(staging, outputFile(address));
      mkdirSync(dirname(file), { recursive: true });
      if (!writeDocument(document, file)) continue;
      settle(archive, document);
      changes.set(address, "added");
    }
  });
}

function revealFolder({ path, staging }: OutputFolder): void {
  markFolder(staging);
  syncFileSystem(staging);
  renameSync(staging, path);
}

function publishByRenaming(
  archive: Archive,
  output: OutputFolder,
  part: readonly Document[],
  changes: Changes,
): void {
  const staged = part.flatMap((document, index) => stage(archive, output, document, index));
  const moved = staged.flatMap(({ document, file }) =>
    file === undefined ? [] : [{ document, file }],
  );

  // Before a file changes, the archive gives up knowing it: a build that is killed in between leaves doubt, not error.
  archive.transaction(() => {
    for (const { document } of moved) noteChange(archive, document, changes);
  });
  if (moved.length > 0) syncFileSystem(output.staging);
  for (const { document, file } of moved) {
    const target = join(output.path, outputFile(document.page.address));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  }
  if (moved.length > 0) syncFileSystem(output.path);

  archive.transaction(() => {
    for (const { document } of staged) settle(archive, document);
  });
}

interface Staged {
  readonly document: Document;
  /** Where it waits; `undefined` where the same bytes are published already. */
  readonly file: string | undefined;
}

/** None where the file to be copied changed meanwhile: its page stays queued. */
function stage(
  archive: Archive,
  { staging }: OutputFolder,
  document: Document,
  index: number,
): Staged[] {
  if (hasSameBytes(archive, document)) return [{ document, file: undefined }];
  const file = join(staging, String(index));
  return writeDocument(document, file) ? [{ document, file }] : [];
}

function hasSameBytes(archive: Archive, document: Document): boolean {
  return publishedPage(archive, document.page.address)?.hash === hashOfDocument(document);
}

function noteChange(archive: Archive, { page }: Document, changes: Changes): void {
  const isNew = publishedPage(archive, page.address) === undefined;
  storePage(archive, { ...page, fingerprint: "", hash: "" });
  if (!changes.has(page.address)) changes.set(page.address, isNew ? "added" : "changed");
}

/** The page is there as it should be, unless another version of it follows. */
function settle(archive: Archive, document: Document): void {
  const { page, fingerprint } = document;
  storePage(archive, { ...page, fingerprint, hash: hashOfDocument(document) });
  if (fingerprint !== "") leaveQueue(archive, queueAddress(page));
}
