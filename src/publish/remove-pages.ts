import { rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive } from "../archive/open-archive.ts";
import { forgetPage } from "../archive/published-pages.ts";
import { outputFile } from "../model/address.ts";
import type { Page } from "../model/page.ts";
import type { OutputFolder } from "./output-folder.ts";
import type { Changes } from "./publish-pages.ts";

/** Takes down pages that nothing links to any more, and the folders that they leave empty. */
export function removePages(
  archive: Archive,
  output: OutputFolder,
  pages: Iterable<Page>,
  changes: Changes,
): void {
  archive.transaction(() => {
    for (const { address } of pages) {
      const file = join(output.path, outputFile(address));
      rmSync(file, { force: true });
      removeEmptyFolders(dirname(file), output.path);
      forgetPage(archive, address);
      changes.set(address, "removed");
    }
  });
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
