import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFact } from "./archive/facts.ts";
import { type Archive, openArchive } from "./archive/open-archive.ts";
import { parseStored } from "./archive/parse-stored.ts";
import { forgetBundleRules, hasQueuedStories } from "./archive/search-records.ts";
import type { SiteParse } from "./content/parse-site.ts";
import type { Instant } from "./model/instant.ts";
import type { Paper } from "./paper.ts";
import { isRemembered, NotPublished } from "./publish/output-folder.ts";
import { RECORD_RULES } from "./search/make-bundle.ts";
import { type SearchReport, updateBundles } from "./search/update-bundles.ts";

type SearchedPaper = Pick<Paper, "projectFolder" | "cacheFolder" | "outputFolder">;

/**
 * Brings the search index in the output folder up to date with the pages there.
 * @throws NotPublished
 */
export async function updateSearch(
  { projectFolder, cacheFolder, outputFolder }: SearchedPaper,
  now: Instant,
  isFull = false,
): Promise<SearchReport> {
  const open = () => openPublished(cacheFolder, outputFolder);
  const { zone } = prepare(open, isFull);
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
  const rules = JSON.stringify([RECORD_RULES, dependencies.pagefind, zone]);
  return await updateBundles({ open, outputFolder, zone, now, rules });
}

function openPublished(cacheFolder: string, outputFolder: string): Archive {
  const archive = openArchive(cacheFolder);
  if (isRemembered(archive, outputFolder) && !hasQueuedStories(archive)) return archive;
  archive[Symbol.dispose]();
  throw new NotPublished(outputFolder);
}

function prepare(open: () => Archive, isFull: boolean): { readonly zone: string } {
  using archive = open();
  if (isFull) forgetBundleRules(archive);
  const { site } = parseStored<SiteParse>(readFact(archive, "settings"));
  if (site === undefined) throw new Error("Nothing can be published without settings.");
  return site;
}
