import { openNamelessArchive } from "./archive/open-archive.ts";
import { Hands } from "./hands.ts";
import { hostProblems } from "./host-problems.ts";
import type { Instant } from "./model/instant.ts";
import { compareProblems, type Problem } from "./model/problem.ts";
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
): Promise<Problem[]> {
  const settings = await readSite(contentFolder);
  const { site } = settings;
  if (site === undefined) return [...settings.problems];
  using archive = openNamelessArchive();
  await using hands = new Hands(threads);
  const recorder = { archive, contentFolder, site, now, hands, watch: new Stopwatch() };
  const problems = await archive.longTransaction(() =>
    recordChanges({ ...recorder, isPreview: false, readsEverything: true }),
  );
  return [
    ...settings.problems,
    ...problems,
    ...policyProblems(archive, site, settings.policyPlaces),
    ...hostProblems(archive, site, settings.hostPlace),
    ...expiryProblems(settings, now),
  ].sort(compareProblems);
}
