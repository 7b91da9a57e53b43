import { allPagesAdded, forgetChanges, NO_CHANGES, untoldChanges } from "./archive/changes.ts";
import { readFact, writeFact } from "./archive/facts.ts";
import { type Archive, isBroken, openEmptyArchive } from "./archive/open-archive.ts";
import type { ProblemList } from "./archive/problem-list.ts";
import { forgetFingerprints, listOutdatedAssets } from "./archive/published-pages.ts";
import { queueEverything } from "./archive/queue-everything.ts";
import { countQueued } from "./archive/stale-queue.ts";
import { countKeptStories, listKeptStories } from "./archive/stored-stories.ts";
import { sweepTraces } from "./archive/traces.ts";
import { type BuildReport, unpublishedReport } from "./build-report.ts";
import type { GitQuestions } from "./content/ask-git.ts";
import type { SiteParse } from "./content/parse-site.ts";
import { type Edition, readEdition } from "./edition.ts";
import { Hands } from "./hands.ts";
import { hostProblems } from "./host-problems.ts";
import type { Instant } from "./model/instant.ts";
import { isError } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import { type OpenPaper, openPaper } from "./open-paper.ts";
import { type Paper, readSiteFile } from "./paper.ts";
import { nextChange } from "./plan/next-change.ts";
import { policiesOf, policyProblems, withLivePolicies } from "./policies.ts";
import {
  forgetFolder,
  isRemembered,
  type OutputFolder,
  openDeltaFolder,
  openOutputFolder,
  rememberFolder,
} from "./publish/output-folder.ts";
import { checkParts } from "./publish/parts.ts";
import type { StagedPage } from "./publish/stage-document.ts";
import { recordChanges } from "./record-changes.ts";
import type { CodeEditions } from "./render/code-editions.ts";
import { expiryProblems } from "./security-expiry.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface BuildOptions {
  /** Forget the fingerprints, render everything. */
  readonly isFull?: boolean;
  /** Publish nothing when there is an error. */
  readonly isStrict?: boolean;
  /** Publish nothing in any case: the queue then holds what is to be done. */
  readonly isRecordOnly?: boolean;
  /** Write what changed alone, into an empty folder, to be copied to where readers are served. */
  readonly isDelta?: boolean;
  /** Folders with pages that other machines made for this build. */
  readonly partFolders?: readonly string[];
  /** Names the code that was loaded, where it may have been edited since. */
  readonly code?: CodeEditions;
  /** Paths in the content folder at which alone something was saved since the last build, where that is known. */
  readonly saved?: ReadonlySet<string> | undefined;
  /** That read and render when there is much of it, this one among them. */
  readonly threads?: number;
  /** Told of each page when it is made, and of how many are queued. */
  readonly onPage?: (queued: number, page: StagedPage) => void;
  /** Told what was done, while its changes can still be listed. Until then they count as untold. */
  readonly tell?: (report: BuildReport) => void | Promise<void>;
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
  return await buildOpened(openPaper(paper, options.saved), now, options);
}

/** The same with a paper that was opened while this code was being loaded. It is closed at the end. */
export async function buildOpened(
  { paper, archive: opened, git }: OpenPaper,
  now: Instant,
  options: BuildOptions,
): Promise<BuildReport> {
  try {
    using archive = opened;
    return await buildFrom(archive, paper, git, now, options);
  } catch (error) {
    if (!isBroken(error)) throw error;
    using archive = openEmptyArchive(paper.cacheFolder, "is broken");
    return await buildFrom(archive, paper, undefined, now, options);
  }
}

/** What all steps of a build work with. */
export interface Run {
  readonly archive: Archive;
  readonly paper: Paper;
  readonly git: GitQuestions | undefined;
  readonly saved: ReadonlySet<string> | undefined;
  readonly settings: SiteParse & { readonly site: Site };
  readonly output: OutputFolder;
  readonly edition: Edition;
  readonly now: Instant;
  readonly hands: Hands;
  readonly partFolders: readonly string[];
  readonly watch: Stopwatch;
  readonly onPage: (queued: number, page: StagedPage) => void;
}

async function buildFrom(
  archive: Archive,
  paper: Paper,
  git: GitQuestions | undefined,
  now: Instant,
  {
    isFull = false,
    isStrict = false,
    isRecordOnly = false,
    isDelta = false,
    partFolders = [],
    code,
    saved,
    threads = 1,
    onPage = () => {},
    tell = () => {},
  }: BuildOptions,
): Promise<BuildReport> {
  const siteFile = readSiteFile(paper.contentFolder);
  const edition = await readEdition(archive, paper, siteFile, isFull, code);
  const { site: named, ...parse } = edition.settings;
  if (named === undefined) {
    const report = { ...unpublishedReport(parse.problems), rebuilt: archive.rebuilt };
    await tell(report);
    return report;
  }
  const settings = { site: named, ...parse };
  await using hands = new Hands(threads, { isToRender: !isRecordOnly });
  const watch = new Stopwatch();
  if (isFull) forgetFolder(archive);
  const openFolder = isDelta ? openDeltaFolder : openOutputFolder;
  const output = openFolder(archive, paper.outputFolder, named.twins);
  checkParts(partFolders, edition.name);
  const steps = { git, saved, settings, output, edition, now, hands, partFolders, watch, onPage };
  const run = { archive, paper, ...steps };

  const { site, problems, reasons } = await watch.runAsync("record", () =>
    archive.longTransaction(() => record(run)),
  );
  const isPublished = !isRecordOnly && !(isStrict && problems.values().some(isError));
  const published = isPublished ? await publish(run, site) : NOTHING;

  problems.add(hostProblems(archive, site, settings.hostPlace));
  const report: BuildReport = {
    isPublished,
    ...published,
    isWhole: isPublished && output.state !== "delta",
    queued: countQueued(archive),
    kept: countKeptStories(archive),
    listKept: () => listKeptStories(archive),
    problems,
    nextChangeAt: nextChange(archive, settings.site, now),
    seconds: watch.seconds,
    reasons,
    rebuilt: archive.rebuilt,
  };
  await tell(report);
  if (!isPublished) return report;
  forgetChanges(archive);
  sweepTraces(archive);
  return report;
}

interface Recorded {
  readonly site: Site;
  readonly problems: ProblemList;
  readonly reasons: readonly string[];
}

/** The step that everything after it relies on: in one transaction, so that it is done or not. */
async function record(run: Run): Promise<Recorded> {
  const { archive, paper, settings, output, edition } = run;
  const { contentFolder, isPreview } = paper;
  const { site: named, policyPlaces } = settings;
  const recorder = { ...run, contentFolder, isPreview, readsEverything: edition.hasNewRules };
  const problems = await recordChanges({ ...recorder, site: named });
  const site = withLivePolicies(archive, named);
  const policies = policiesOf(site);
  const last = readFact(archive, "policies");
  const isNew = edition.isNew || last !== policies;
  if (isNew) forgetFingerprints(archive);
  if (isNew || output.state === "new") queueEverything(archive, site, Object.keys(edition.assets));
  edition.remember();
  writeFact(archive, "policies", policies);
  problems.add(settings.problems);
  problems.add(policyProblems(archive, named, policyPlaces));
  problems.add(expiryProblems(settings, run.now));
  return { site, problems, reasons: isNew && !edition.isNew ? ["policies"] : edition.reasons };
}

type Published = Pick<BuildReport, "rendered" | "unchanged" | "removed" | "changes">;

const NOTHING: Published = { rendered: 0, unchanged: 0, removed: 0, changes: NO_CHANGES };

async function publish(run: Run, site: Site): Promise<Published> {
  const { archive, output } = run;
  const counts = isUpToDate(run)
    ? NOTHING
    : await (await import("./publish-queued.ts")).publishQueued(run, site);
  rememberFolder(archive, output);
  const changes = output.state === "new" ? allPagesAdded(archive) : untoldChanges(archive);
  return { ...counts, removed: changes.removed, changes };
}

/** Whether readers have all that they should, and no more. Then what plans, renders and publishes is not loaded. */
function isUpToDate({ archive, output, now }: Run): boolean {
  return (
    output.state === "served" &&
    isRemembered(archive, output.path) &&
    countQueued(archive) === 0 &&
    listOutdatedAssets(archive, now).length === 0
  );
}
