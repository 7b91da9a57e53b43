import { resolve } from "node:path";
import { openNamelessArchive } from "./archive/open-archive.ts";
import { queueEverything } from "./archive/queue-everything.ts";
import { frameOf, readEdition } from "./edition.ts";
import { Hands } from "./hands.ts";
import { outputFile } from "./model/address.ts";
import type { Instant } from "./model/instant.ts";
import { readSiteFile } from "./paper.ts";
import { planStalePages } from "./plan/plan-pages.ts";
import { withLivePolicies } from "./policies.ts";
import { recordChanges } from "./record-changes.ts";
import type { RenderTask } from "./render/page-template.ts";
import { fileOf, renderTask } from "./render/render-pages.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Every page of the paper, for an Eleventy that is run by itself. */
export interface WholePaper {
  readonly tasks: readonly RenderTask[];
  /** Files to be copied: from where, to which file of the output folder. */
  readonly copies: Readonly<Record<string, string>>;
}

/** Reads and plans the paper without a cache. Stories with errors are left out, as in any build. */
export async function wholePaper(projectFolder: string, now: Instant): Promise<WholePaper> {
  const contentFolder = resolve(projectFolder, "content");
  const siteFile = readSiteFile(contentFolder);
  using archive = openNamelessArchive();
  const paper = { projectFolder, isPreview: false };
  const edition = await readEdition(archive, paper, siteFile, true);
  const { settings, assets, workers } = edition;
  if (settings.site === undefined) throw new Error("content/site.yaml has errors: npm run check");
  const watch = new Stopwatch();
  const hands = new Hands(1);
  const recorder = { archive, contentFolder, now, isPreview: false, hands, watch };
  const { site: named } = settings;
  const site = await archive.longTransaction(async () => {
    await recordChanges({ ...recorder, site: named, readsEverything: true });
    const live = withLivePolicies(archive, named);
    queueEverything(archive, live, Object.keys(assets));
    return live;
  });

  const context = { site, now, assets, workers };
  const frame = frameOf(edition, site);
  const cacheFolder = resolve(projectFolder, ".cache");
  const render = { frame, openingFrame: frame, contentFolder, cacheFolder, projectFolder };
  const pages = [...planStalePages(archive, context, { isServed: false, onUnchanged: () => {} })];
  const copies: [string, string][] = [];
  for (const stale of pages) {
    const copied = await fileOf(stale, render);
    if (copied !== undefined) copies.push([copied.file, outputFile(stale.page.address)]);
  }
  return {
    tasks: pages.flatMap((stale) => renderTask(stale, render) ?? []),
    copies: Object.fromEntries(copies),
  };
}
