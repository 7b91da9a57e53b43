import type { Archive } from "../archive/open-archive.ts";
import { publishedPage } from "../archive/published-pages.ts";
import { listQueuedPages } from "../archive/stale-queue.ts";
import { isInShare, type Share } from "../model/share.ts";
import type { StalePage } from "../model/stale-page.ts";
import { fingerprintOf, type PlanContext, planPage } from "./plan-page.ts";

/** The pages of a share that are to be rendered, whole. Leaves the archive as it is. */
export function* planShare(
  archive: Archive,
  context: PlanContext,
  share: Share,
): Generator<StalePage> {
  for (const queued of listQueuedPages(archive)) {
    if (!isInShare(share, queued.address)) continue;
    const plan = planPage(archive, context, queued);
    if (typeof plan === "string") continue;
    const fingerprint = fingerprintOf(plan);
    if (publishedPage(archive, plan.page.address)?.fingerprint === fingerprint) continue;
    yield { ...plan, fingerprint, isOpening: false };
  }
}
