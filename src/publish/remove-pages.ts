import { copyFileSync, existsSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { noteRemoved } from "../archive/changes.ts";
import { LongMap } from "../archive/long-map.ts";
import type { Archive } from "../archive/open-archive.ts";
import { doubtPage, forgetPage } from "../archive/published-pages.ts";
import { leaveQueue } from "../archive/stale-queue.ts";
import { outputFile } from "../model/address.ts";
import { NOT_FOUND, type Page, queueAddress } from "../model/page.ts";
import { isFile } from "./is-file.ts";
import { hasTwins, type OutputFolder } from "./output-folder.ts";
import { removeTwins } from "./twins.ts";

/** Takes down pages that nothing links to but they to each other, and the folders that they leave empty. */
export function removePages(archive: Archive, output: OutputFolder, pages: Iterable<Page>): void {
  const removed = new LongMap<Page>();
  archive.transaction(() => {
    for (const page of pages) removed.set(page.address, page);
    for (const [address] of removed) {
      noteRemoved(archive, address);
      doubtPage(archive, address);
    }
  });
  for (const [address] of removed) {
    if (hasTwins(output)) removeTwins(join(output.path, outputFile(address)));
    closePage(output, outputFile(address));
  }
  // What can't be closed goes before what it links to.
  for (const [, page] of removed) if (isForElsewhere(page)) removeFile(output, page);
  for (const [, page] of removed) if (!isForElsewhere(page)) removeFile(output, page);
  archive.transaction(() => {
    for (const page of removed.values()) {
      forgetPage(archive, page.address);
      leaveQueue(archive, queueAddress(page));
    }
  });
}

/** Pages that go may link to each other: until all are gone, each shows what is to be seen where nothing is. */
function closePage({ path, staging }: OutputFolder, file: string): void {
  if (!file.endsWith(".html") || !existsSync(join(path, file))) return;
  const staged = join(staging, "closed");
  copyFileSync(join(path, outputFile(NOT_FOUND.address)), staged);
  renameSync(staged, join(path, file));
}

/** Whether it is read by programs, who are told nothing by the page that is to be seen where nothing is. */
function isForElsewhere({ kind }: Page): boolean {
  return ["feed", "latest", "ninjs", "sitemap", "news-sitemap"].includes(kind);
}

function removeFile({ path }: OutputFolder, { address }: Page): void {
  const file = join(path, outputFile(address));
  if (isFile(file)) rmSync(file);
  removeEmptyFolders(dirname(file), path);
}

function removeEmptyFolders(folder: string, root: string): void {
  for (let empty = folder; empty !== root; empty = dirname(empty)) {
    try {
      rmdirSync(empty);
    } catch {
      // Something else is in it.
      return;
    }
  }
}
