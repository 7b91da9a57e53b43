import { readFact, writeFact } from "./archive/facts.ts";
import { type Archive, isBroken, openArchive, openEmptyArchive } from "./archive/open-archive.ts";
import { forgetFingerprints, publishedPage } from "./archive/published-pages.ts";
import { queueEverything } from "./archive/queue-everything.ts";
import { nextFileMoment } from "./archive/seen-files.ts";
import { countQueued } from "./archive/stale-queue.ts";
import { listKeptStories } from "./archive/stored-stories.ts";
import { sweepTraces } from "./archive/traces.ts";
import { type BuildReport, unpublishedReport } from "./build-report.ts";
import { type Edition, readEdition } from "./edition.ts";
import { Hands } from "./hands.ts";
import { inBatches } from "./in-batches.ts";
import type { Instant } from "./model/instant.ts";
import { compareProblems, isError, type Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import type { StalePage } from "./model/stale-page.ts";
import { type Paper, readSite, type SiteReading } from "./paper.ts";
import { nextLapse } from "./plan/home-listings.ts";
import { openingSite } from "./plan/opening.ts";
import { planRemovals, planStalePages } from "./plan/plan-pages.ts";
import { policyProblems, withLivePolicies } from "./policies.ts";
import {
  forgetFolder,
  type OutputFolder,
  openOutputFolder,
  rememberFolder,
} from "./publish/output-folder.ts";
import { type Changes, publishPages, stagingFile } from "./publish/publish-pages.ts";
import { removePages } from "./publish/remove-pages.ts";
import { recordChanges } from "./record-changes.ts";
import type { CodeEditions } from "./render/code-editions.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { PageTask } from "./work.ts";

export interface BuildOptions {
  /** Forget the fingerprints, render everything. */
  readonly isFull?: boolean;
  /** Publish nothing when there is an error. */
  readonly isStrict?: boolean;
  /** Names the code that was loaded, where it may have been edited since. */
  readonly code?: CodeEditions;
  /** Threads that read and render when there is much of it; one: this thread alone. */
  readonly workers?: number;
  /** Told of each page when it is rendered, and of how many are queued. */
  readonly onPage?: (queued: number) => void;
}

/**
 * Brings the output folder up to date with the content, at the cost of what changed since the last build.
 * A broken archive is made again from the content.
 */
export async function build(
  paper: Paper,
  now: Instant,
  options: BuildOptions = {},
): Promise<BuildReport> {
  const { site, ...reading } = readSite(paper.contentFolder);
  if (site === undefined) return unpublishedReport(reading.problems);
  const settings = { site, ...reading };
  try {
    using archive = openArchive(paper.cacheFolder);
    return await buildFrom(archive, paper, settings, now, options);
  } catch (error) {
    if (!isBroken(error)) throw error;
    using archive = openEmptyArchive(paper.cacheFolder, "is broken");
    return await buildFrom(archive, paper, settings, now, options);
  }
}

async function buildFrom(
  archive: Archive,
  paper: Paper,
  settings: SiteReading & { readonly site: Site },
  now: Instant,
  { isFull = false, isStrict = false, code, workers = 1, onPage = () => {} }: BuildOptions,
): Promise<BuildReport> {
  await using hands = new Hands(workers);
  const watch = new Stopwatch();
  const changes: Changes = new Map();
  const counts = { rendered: 0, unchanged: 0 };

  if (isFull) forgetFolder(archive);
  const output = openOutputFolder(archive, paper.outputFolder);
  const edition = await readEdition(archive, paper, settings.hash, isFull, code);
  const recorded = await watch.runAsync("record", () =>
    archive.longTransaction(() =>
      record(archive, paper, settings, edition, output, now, hands, watch),
    ),
  );
  const problems = [...settings.problems, ...recorded.problems].sort(compareProblems);
  const isPublished = !(isStrict && problems.some(isError));

  if (isPublished) {
    const { site } = recorded;
    const context = { site, now, stylesheet: edition.stylesheet };
    const queued = countQueued(archive);
    hands.expect(queued);
    const stale = planStalePages(archive, context, () => counts.unchanged++);
    const stylesheet = edition.stylesheet.address;
    const render = {
      frame: { site, stylesheet },
      openingFrame: { site: openingSite(archive, site), stylesheet },
      contentFolder: paper.contentFolder,
    };
    const tasks = pageTasks(archive, output, watch.pull("plan", stale));
    const batches = hands.inOrder(inBatches(tasks, BATCH_LENGTH, isOtherPass), (pages) =>
      hands.makePages({ pages, context: render }),
    );
    const pages = each(watch.pullAsync("render", batches), () => {
      counts.rendered++;
      onPage(queued);
    });
    // Lists after the stories they link to, removals last: no reader may meet a dead link.
    await watch.runAsync("publish", () => publishPages(archive, output, pages, changes));
    watch.run("publish", () =>
      removePages(archive, output, planRemovals(archive, context), changes),
    );
    sweepTraces(archive);
    rememberFolder(archive, output.path);
  }

  const removed = [...changes.values()].filter((change) => change === "removed").length;
  return {
    isPublished,
    ...counts,
    removed,
    keptStories: listKeptStories(archive),
    changes,
    problems,
    nextChangeAt: earliest(nextFileMoment(archive, now), nextLapse(archive, settings.site, now)),
    seconds: watch.seconds,
    reasons: edition.reasons,
    rebuilt: archive.rebuilt,
  };
}

/** The step that everything after it relies on: in one transaction, so that it is done or not. */
async function record(
  archive: Archive,
  paper: Paper,
  settings: SiteReading & { readonly site: Site },
  edition: Edition,
  output: OutputFolder,
  now: Instant,
  hands: Hands,
  watch: Stopwatch,
): Promise<{ site: Site; problems: Problem[] }> {
  const { contentFolder, isPreview } = paper;
  const readsEverything = edition.hasNewRules;
  const recorder = { archive, contentFolder, now, isPreview, readsEverything, hands, watch };
  const problems = await recordChanges({ ...recorder, site: settings.site });
  const site = withLivePolicies(archive, settings.site);
  const policies = JSON.stringify(site.organization.policies);
  const hasNewPolicies = readFact(archive, "policies") !== policies;
  if (edition.isNew || hasNewPolicies) forgetFingerprints(archive);
  if (edition.isNew || hasNewPolicies || output.isFresh) queueEverything(archive, site);
  edition.remember();
  writeFact(archive, "policies", policies);
  return {
    site,
    problems: [...problems, ...policyProblems(archive, settings.site, settings.placeOf)],
  };
}

const BATCH_LENGTH = 400;

function* pageTasks(
  archive: Archive,
  output: OutputFolder,
  pages: Iterable<StalePage>,
): Generator<PageTask> {
  let number = 0;
  for (const stale of pages) {
    const { page } = stale;
    const publishedHash = publishedPage(archive, page.address)?.hash;
    yield { stale, file: stagingFile(output, page, number++), publishedHash };
  }
}

/** Two versions of a page are not rendered together. */
function isOtherPass({ stale }: PageTask, batch: readonly PageTask[]): boolean {
  return batch.at(-1)?.stale.isOpening === !stale.isOpening;
}

async function* each<T>(batches: AsyncIterable<readonly T[]>, tell: () => void): AsyncGenerator<T> {
  for await (const batch of batches) {
    for (const value of batch) {
      tell();
      yield value;
    }
  }
}

function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
