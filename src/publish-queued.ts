import { doubtQueuedFiles } from "./archive/doubt-queued-files.ts";
import type { Archive } from "./archive/open-archive.ts";
import { publishedPage } from "./archive/published-pages.ts";
import { listHidden, listKnown } from "./archive/seen-files.ts";
import { countQueued } from "./archive/stale-queue.ts";
import { forgetMade, forgetOthers } from "./assets/made-file.ts";
import type { Run } from "./build.ts";
import { frameOf } from "./edition.ts";
import { inBatches, PAGES_CAPACITY, weightOfPage } from "./in-batches.ts";
import { outputFile } from "./model/address.ts";
import type { Site } from "./model/site.ts";
import type { StalePage } from "./model/stale-page.ts";
import { openingSite } from "./plan/opening.ts";
import { planRemovals, planStalePages } from "./plan/plan-pages.ts";
import { policiesOf } from "./policies.ts";
import { hasOtherTwins, type OutputFolder } from "./publish/output-folder.ts";
import { publishPages, stagingFile } from "./publish/publish-pages.ts";
import { removePages } from "./publish/remove-pages.ts";
import type { StagedPage } from "./publish/stage-document.ts";
import { isCompressible } from "./publish/twins.ts";
import { removeFromSearch } from "./search/remove-stories.ts";
import type { PageTask } from "./work.ts";

/** Plans, renders and publishes what is queued, and tells how many pages were rendered and how many need not be. */
export async function publishQueued(
  run: Run,
  site: Site,
): Promise<{ rendered: number; unchanged: number }> {
  const { archive, paper, output, edition, now, watch } = run;
  const counts = { rendered: 0, unchanged: 0 };
  const { assets, workers } = edition;
  const context = { site, now, assets, workers };
  const stale = planStalePages(archive, context, {
    isServed: output.state === "served",
    onUnchanged: () => counts.unchanged++,
  });
  const pages = makePages(run, site, watch.pull("plan", stale), () => counts.rendered++);

  removeFromSearch(archive, output);
  // Lists after the stories they link to, removals last: no reader may meet a dead link.
  await watch.runAsync("publish", () => publishPages(archive, output, pages));
  if (edition.hasNewRules) forgetOthers(paper.cacheFolder, listKnown(archive));
  else forgetMade(paper.cacheFolder, listHidden(archive));
  const removals = planRemovals(archive, context);
  watch.run("publish", () => removePages(archive, output, removals));
  doubtQueuedFiles(archive, site.zone);
  return counts;
}

async function* makePages(
  { archive, paper, output, edition, hands, partFolders, watch, onPage }: Run,
  site: Site,
  stale: Iterable<StalePage>,
  count: () => void,
): AsyncGenerator<StagedPage> {
  const queued = countQueued(archive);
  hands.expect(queued);
  const context = {
    frame: frameOf(edition, site),
    openingFrame: frameOf(edition, openingSite(archive, site)),
    contentFolder: paper.contentFolder,
    cacheFolder: paper.cacheFolder,
    projectFolder: paper.projectFolder,
  };
  const parts = { folders: partFolders, policies: policiesOf(site) };
  const tasks = pageTasks(archive, output, stale);
  const batches = inBatches(tasks, PAGES_CAPACITY, {
    weightOf: ({ stale }) => weightOfPage(stale),
    isApart: isOtherPass,
  });
  const made = hands.makePages(batches.map((pages) => ({ pages, context, parts })));
  for await (const batch of watch.pullAsync("render", made)) {
    for (const page of batch) {
      count();
      onPage(queued, page);
      yield page;
    }
  }
}

function* pageTasks(
  archive: Archive,
  output: OutputFolder,
  pages: Iterable<StalePage>,
): Generator<PageTask> {
  let number = 0;
  for (const stale of pages) {
    const { page } = stale;
    const isOther = hasOtherTwins(output) && isCompressible(outputFile(page.address));
    const publishedHash = isOther ? undefined : publishedPage(archive, page.address)?.hash;
    yield { stale, file: stagingFile(output, page, number++), publishedHash };
  }
}

/** Two versions of a page are not rendered together. */
function isOtherPass({ stale }: PageTask, before: PageTask): boolean {
  return stale.isOpening !== before.stale.isOpening;
}
