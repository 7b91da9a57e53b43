import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notePublished, noteRemoved } from "../archive/changes.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import {
  bundleFiles,
  forgetBundle,
  isBundleKnown,
  listBundlesOfRemoved,
  listedBundles,
} from "../archive/search-records.ts";
import { addressOf } from "../model/address.ts";
import type { Period } from "../model/list.ts";
import { SEARCH_FOLDER } from "../model/page.ts";
import type { OutputFolder } from "../publish/output-folder.ts";
import { BundleFolder } from "./bundle-folder.ts";
import { type BundleList, keepBundles, LIST_FILE, listText } from "./bundle-list.ts";

/**
 * Takes what is to be taken down out of the search index, before its pages go: the whole bundle, since its
 * files hold words of all its stories. The next `search` makes it again.
 */
export function removeFromSearch(archive: Archive, output: OutputFolder): void {
  if (output.state === "served") removeFromFolder(archive, output.path);
  if (output.state === "delta") removeElsewhere(archive, output.staging);
}

/** So goes a bundle of which the archive does not know what is in it. */
function removeFromFolder(archive: Archive, outputFolder: string): void {
  const folder = new BundleFolder(outputFolder);
  const unknown = [...folder.names()].filter((bundle) => !isBundleKnown(archive, bundle));
  for (const bundle of [...unknown, ...listBundlesOfRemoved(archive)]) {
    folder.remove(bundle);
    forgetBundle(archive, bundle);
  }
}

/** Readers elsewhere have the index that the archive knows: they get another list, and the files that it named are to go. */
function removeElsewhere(archive: Archive, staging: string): void {
  const bundles = listBundlesOfRemoved(archive);
  if (bundles.length === 0) return;
  const list = listWithout(archive, new Set(bundles));
  archive.transaction(() => {
    if (list !== undefined) notePublished(archive, searchAddress(LIST_FILE), false);
    for (const file of bundles.flatMap((bundle) => bundleFiles(archive, bundle))) {
      noteRemoved(archive, searchAddress(file));
    }
  });
  for (const bundle of bundles) forgetBundle(archive, bundle);
  if (list === undefined) return;
  mkdirSync(join(staging, SEARCH_FOLDER), { recursive: true });
  writeFileSync(join(staging, SEARCH_FOLDER, LIST_FILE), listText(list));
}

/** The list that readers have, without some bundles; `undefined` where they have none. */
function listWithout(archive: Archive, bundles: ReadonlySet<Period>): BundleList | undefined {
  const parts = listedBundles(archive).map((listed) => parseStored<BundleList>(listed));
  const [newest] = parts;
  if (newest === undefined) return undefined;
  const languages = Object.assign({}, ...parts.map((part) => part.languages));
  return keepBundles({ ...newest, languages }, (bundle) => !bundles.has(bundle));
}

function searchAddress(file: string): string {
  return addressOf(`${SEARCH_FOLDER}/${file}`);
}
