import { LongMap } from "../archive/long-map.ts";
import type { Archive } from "../archive/open-archive.ts";
import {
  hasPageAt,
  listOutdatedAssets,
  listPagesOf,
  publishedPage,
  supersedeAsset,
} from "../archive/published-pages.ts";
import { leaveQueue, listQueuedPages } from "../archive/stale-queue.ts";
import { HOME, isNamedByContent, NOT_FOUND, PAGE_KINDS, type Page } from "../model/page.ts";
import type { StalePage } from "../model/stale-page.ts";
import { openingOf, openingSite } from "./opening.ts";
import { fingerprintOf, type PlanContext, planPage } from "./plan-page.ts";

/**
 * The pages to render, in the order in which they may be published: whenever one stands, so does all
 * that it links to. A page that would show what it shows already leaves the queue, and is told to
 * `onUnchanged`. Only where readers are served meanwhile do new pages have to open first.
 */
export function* planStalePages(
  archive: Archive,
  context: PlanContext,
  { isServed, onUnchanged }: { readonly isServed: boolean; readonly onUnchanged: () => void },
): Generator<StalePage> {
  /** Pages that opened, and whether they did so whole. */
  const opened = new LongMap<boolean>();
  for (const kind of PAGE_KINDS) {
    // After the assets, which are opened whole, and before whatever links to other pages.
    if (isServed && kind === NOT_FOUND.kind && hasPageAt(archive, HOME.address)) {
      yield* planOpenings(archive, context, opened);
    }
    for (const queued of listQueuedPages(archive, kind)) {
      if (opened.get(queued.address)) continue;
      const plan = planPage(archive, context, queued);
      if (plan === "unwanted") continue;
      if (plan === "superseded") supersedeAsset(archive, { ...queued, address: "" }, context.now);
      if (plan === "kept" || plan === "superseded") {
        leaveQueue(archive, queued.address);
        continue;
      }
      if (isNamedByContent(queued)) supersedeAsset(archive, plan.page, context.now);
      const fingerprint = fingerprintOf(plan);
      if (publishedPage(archive, plan.page.address)?.fingerprint === fingerprint) {
        onUnchanged();
        leaveQueue(archive, queued.address);
      } else {
        yield { ...plan, fingerprint, isOpening: false };
      }
    }
  }
}

/** Kinds of pages that texts link to, and that link on. */
const OPENED = ["front", "feed", "ninjs", "period", "editors-page", "story", "live-day"] as const;

/**
 * New pages that link to each other cannot all be there at once. So each new page opens first with
 * those of its links that lead somewhere already: lists empty, stories with fewer links in their text.
 */
function* planOpenings(
  archive: Archive,
  context: PlanContext,
  opened: LongMap<boolean>,
): Generator<StalePage> {
  const isFrameWhole = openingSite(archive, context.site) === context.site;
  for (const kind of OPENED) {
    for (const queued of listQueuedPages(archive, kind)) {
      if (hasPageAt(archive, queued.address)) continue;
      const plan = planPage(archive, context, queued);
      if (typeof plan === "string") continue;
      const isOut = (address: string) => opened.has(address) || hasPageAt(archive, address);
      const opening = openingOf(plan, isOut);
      const fingerprint = fingerprintOf(plan);
      const isWhole = isFrameWhole && fingerprintOf(opening) === fingerprint;
      yield { ...opening, fingerprint: isWhole ? fingerprint : "", isOpening: true };
      opened.set(plan.page.address, isWhole);
    }
  }
}

/** Pages that readers must not get any more. To be asked when all stale pages are published. */
export function* planRemovals(archive: Archive, context: PlanContext): Generator<Page> {
  for (const queued of listQueuedPages(archive)) {
    if (planPage(archive, context, queued) !== "unwanted") continue;
    const pages = isNamedByContent(queued)
      ? listPagesOf(archive, queued.kind, queued.subject)
      : [queued].filter(({ address }) => hasPageAt(archive, address));
    if (pages.length === 0) leaveQueue(archive, queued.address);
    yield* pages;
  }
  yield* listOutdatedAssets(archive, context.now);
}
