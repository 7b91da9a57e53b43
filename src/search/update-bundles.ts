import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../archive/open-archive.ts";
import {
  doubtBundle,
  forgetBundle,
  hasQueuedStories,
  isBundleAsMade,
  isBundleCurrent,
  isBundleKnown,
  listKnownBundles,
  listSearchedStories,
  type SearchedStory,
  storeBundle,
} from "../archive/search-records.ts";
import { liveDayAddress, outputFile } from "../model/address.ts";
import type { Instant } from "../model/instant.ts";
import type { Period } from "../model/list.ts";
import { liveDays } from "../model/live-blog.ts";
import type { PublishedStory } from "../model/story.ts";
import { BundleFolder, ownFiles } from "./bundle-folder.ts";
import { makeBundle } from "./make-bundle.ts";
import { planBundles } from "./plan-bundles.ts";
import { storyText } from "./story-text.ts";

export interface SearchReport {
  /** Names of the bundles that were made, newest first: `2001`, `2026-11`. */
  readonly made: readonly Period[];
  readonly removed: readonly Period[];
  /** That readers can search now. */
  readonly bundles: number;
  /** Stories in the bundles that were made. */
  readonly stories: number;
}

export interface SearchRun {
  /**
   * Opens and locks the archive. Between two bundles it is closed: no build has to wait for more.
   * @throws where the pages in the output folder are not those that it knows.
   */
  readonly open: () => Archive;
  readonly outputFolder: string;
  readonly zone: string;
  readonly now: Instant;
  /** Changes when every bundle is to be made again. */
  readonly rules: string;
}

/** Brings the search index up to date with the published stories, one bundle at a time, newest first. */
export async function updateBundles(run: SearchRun): Promise<SearchReport> {
  const folder = new BundleFolder(run.outputFolder);
  const { years, stale, unwanted } = planRun(run, folder);
  const report = { made: [] as Period[], removed: [] as Period[], stories: 0 };
  for (const [year, bundles] of years) {
    for (const bundle of bundles) {
      if (!stale.has(bundle)) continue;
      const count = await indexBundle(run, folder, bundle);
      if (count === undefined) continue;
      report.made.push(bundle);
      report.stories += count;
    }
    // A year is searched by its months until its own bundle is there, and the reverse.
    const isWhole = new Set(bundles).isSubsetOf(folder.names());
    if (isWhole) report.removed.push(...removeBundles(run, folder, unwanted.get(year) ?? []));
    unwanted.delete(year);
  }
  report.removed.push(...removeBundles(run, folder, [...unwanted.values()].flat()));
  return { ...report, bundles: folder.names().size };
}

function planRun({ open, zone, now, rules }: SearchRun, folder: BundleFolder) {
  using archive = open();
  const years = planBundles(archive, zone, now);
  const wanted = new Set([...years.values()].flat());
  const isStale = (bundle: Period) =>
    !isBundleAsMade(archive, bundle, rules, folder.listed(bundle)) ||
    !isBundleCurrent(archive, zone, bundle);
  const known = new Set([...listKnownBundles(archive), ...folder.names()]);
  return {
    years,
    stale: new Set([...wanted].filter(isStale)),
    unwanted: Map.groupBy(known.difference(wanted), (bundle) => bundle.slice(0, 4)),
  };
}

/** How many stories are in it; `undefined` where a build changed some meanwhile: the next run makes it. */
async function indexBundle(
  { open, outputFolder, zone, rules }: SearchRun,
  folder: BundleFolder,
  name: Period,
): Promise<number | undefined> {
  const stories = readStories(open, zone, name);
  const bundle = await makeBundle(name, zone, stories, (story) => textOf(outputFolder, story));
  using archive = open();
  const isSame =
    !hasQueuedStories(archive) &&
    JSON.stringify(listSearchedStories(archive, zone, name)) === JSON.stringify(stories);
  if (!isSame) return undefined;
  if (bundle === undefined) throw new Error(`Pages of ${name} are missing, or have no text.`);
  const isNew = !isBundleKnown(archive, name) && !folder.names().has(name);
  const files = ownFiles(bundle);
  doubtBundle(archive, name, stories, files);
  folder.publish(bundle, isNew);
  storeBundle(archive, name, { rules, listed: folder.listed(name), files }, stories);
  return stories.length;
}

function readStories(open: () => Archive, zone: string, bundle: Period): SearchedStory[] {
  using archive = open();
  return listSearchedStories(archive, zone, bundle);
}

/** Of a live blog, also what stands on the pages of its earlier days. `undefined` where a build took one down meanwhile. */
function textOf(outputFolder: string, { address, live }: PublishedStory): string | undefined {
  const [, ...days] = live === undefined ? [] : liveDays(live);
  const addresses = [address, ...days.map((day) => liveDayAddress(address, day))];
  const texts = addresses.map((each) => textAt(outputFolder, each));
  return texts.includes(undefined) ? undefined : texts.join(" ");
}

function textAt(outputFolder: string, address: string): string | undefined {
  const file = join(outputFolder, outputFile(address));
  return existsSync(file) ? storyText(readFileSync(file, "utf8")) : undefined;
}

function removeBundles(
  { open }: SearchRun,
  folder: BundleFolder,
  bundles: readonly Period[],
): readonly Period[] {
  if (bundles.length === 0) return [];
  using archive = open();
  for (const bundle of bundles) {
    doubtBundle(archive, bundle, [], []);
    folder.remove(bundle);
    forgetBundle(archive, bundle);
  }
  return bundles;
}
