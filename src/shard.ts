import { readFact } from "./archive/facts.ts";
import { NotRecorded, openRecordedArchive } from "./archive/open-recorded.ts";
import { countQueued } from "./archive/stale-queue.ts";
import { type Edition, frameOf, readEdition } from "./edition.ts";
import { Hands } from "./hands.ts";
import { inBatches, PAGES_CAPACITY, weightOfPage } from "./in-batches.ts";
import type { Problem } from "./model/problem.ts";
import type { Share } from "./model/share.ts";
import { type Paper, readSiteFile } from "./paper.ts";
import { planShare } from "./plan/plan-share.ts";
import { policiesOf, withLivePolicies } from "./policies.ts";
import { PartWriter } from "./publish/write-part.ts";

export interface ShardReport {
  readonly rendered: number;
  /** Of site.yaml, if it can't be read. */
  readonly problems: readonly Problem[];
}

/**
 * Renders a share of what is recorded as stale into a part, in the output folder. What can't be made from the
 * content here is left to the merge.
 * @throws NotRecorded
 */
export async function buildShard(
  paper: Paper,
  share: Share,
  threads: number,
): Promise<ShardReport> {
  const siteFile = readSiteFile(paper.contentFolder);
  using archive = openRecordedArchive(paper.cacheFolder);
  const edition = await readEdition(archive, paper, siteFile, false);
  const { site: named, problems } = edition.settings;
  if (named === undefined) return { rendered: 0, problems };
  if (edition.isNew) throw new NotRecorded(differenceOf(edition));
  const site = withLivePolicies(archive, named);
  const { assets, workers } = edition;
  const frame = frameOf(edition, site);
  const context = { frame, openingFrame: frame, ...paper };
  const maker = { edition: edition.name, policies: policiesOf(site) };

  await using hands = new Hands(threads);
  using part = new PartWriter(paper.outputFolder, share, maker);
  const now = Number(readFact(archive, "now"));
  const stale = planShare(archive, { site, now, assets, workers }, share);
  const queued = countQueued(archive) / share.count;
  hands.expect(queued);
  let rendered = 0;
  const batches = inBatches(stale, PAGES_CAPACITY, { weightOf: weightOfPage });
  const orders = batches.map((pages) => ({ pages, context }));
  for await (const pages of hands.renderForPart(orders)) {
    part.add(pages);
    rendered += pages.length;
  }
  part.finish();
  return { rendered, problems: [] };
}

function differenceOf({ reasons }: Edition): string {
  return reasons.length === 0 ? "is empty" : `was made with another ${reasons.join(", ")}`;
}
