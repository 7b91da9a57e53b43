import type { Instant } from "./model/instant.ts";
import { compareText, type Problem } from "./model/problem.ts";
import type { Changes } from "./publish/publish-pages.ts";
import { type Step, Stopwatch } from "./stopwatch.ts";

/** What a build did. */
export interface BuildReport {
  /** False where site.yaml has an error, and where the build is strict and there is any. */
  readonly isPublished: boolean;
  /** Pages rendered, unchanged though something that they show was touched, and removed. */
  readonly rendered: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Stories whose files have errors and that are still published in their earlier form. */
  readonly keptStories: readonly string[];
  readonly changes: Changes;
  /** In order of file and place. */
  readonly problems: readonly Problem[];
  /** The next instant at which the output would differ with no edit. */
  readonly nextChangeAt: Instant | undefined;
  readonly seconds: Readonly<Record<Step, number>>;
  /** Why everything was rendered: what is not as it was at the last build. */
  readonly reasons: readonly string[];
  /** Why the archive had to be made again. */
  readonly rebuilt: string | undefined;
}

/** The report of a build that could do nothing. */
export function unpublishedReport(problems: readonly Problem[]): BuildReport {
  return {
    isPublished: false,
    rendered: 0,
    unchanged: 0,
    removed: 0,
    keptStories: [],
    changes: new Map(),
    problems,
    nextChangeAt: undefined,
    seconds: new Stopwatch().seconds,
    reasons: [],
    rebuilt: undefined,
  };
}

/** The report as `--json` prints it: addresses in order, instants in ISO 8601. */
export function jsonReport(report: BuildReport) {
  const { rendered, unchanged, removed, keptStories, problems, nextChangeAt, seconds } = report;
  const addresses = (change: string) =>
    [...report.changes]
      .filter(([, kind]) => kind === change)
      .map(([address]) => address)
      .sort(compareText);
  return {
    rendered,
    unchanged,
    removed,
    kept: keptStories.length,
    changes: {
      added: addresses("added"),
      changed: addresses("changed"),
      removed: addresses("removed"),
    },
    problems,
    nextChangeAt:
      nextChangeAt === undefined
        ? null
        : Temporal.Instant.fromEpochMilliseconds(nextChangeAt).toString(),
    seconds,
  };
}
