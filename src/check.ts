import { openNamelessArchive } from "./archive/open-archive.ts";
import { ProblemList } from "./archive/problem-list.ts";
import { Hands } from "./hands.ts";
import { hostProblems } from "./host-problems.ts";
import type { Instant } from "./model/instant.ts";
import { readSite } from "./paper.ts";
import { policyProblems } from "./policies.ts";
import { recordChanges } from "./record-changes.ts";
import { expiryProblems } from "./security-expiry.ts";
import { Stopwatch } from "./stopwatch.ts";

/** All problems of the content, in order of file and place. Writes nothing. */
export async function check(
  contentFolder: string,
  now: Instant,
  threads: number,
): Promise<ProblemList> {
  const settings = await readSite(contentFolder);
  const { site } = settings;
  if (site === undefined) return new ProblemList(settings.problems);
  using archive = openNamelessArchive();
  await using hands = new Hands(threads);
  const recorder = { archive, contentFolder, site, now, hands, watch: new Stopwatch() };
  const problems = await archive.longTransaction(() =>
    recordChanges({ ...recorder, isPreview: false, readsEverything: true }),
  );
  problems.add(settings.problems);
  problems.add(policyProblems(archive, site, settings.policyPlaces));
  problems.add(hostProblems(archive, site, settings.hostPlace));
  problems.add(expiryProblems(settings, now));
  return problems;
}
