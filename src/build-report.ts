import { CHANGES, type Changes, NO_CHANGES } from "./archive/changes.ts";
import type { Instant } from "./model/instant.ts";
import type { Problem } from "./model/problem.ts";
import { type Step, Stopwatch } from "./stopwatch.ts";

/** What a build did. */
export interface BuildReport {
  /** False where site.yaml has an error, and where the build is strict and there is any. */
  readonly isPublished: boolean;
  /** Whether the output folder holds the whole paper, and not only what changed. */
  readonly isWhole: boolean;
  /** Pages rendered, unchanged though something that they show was touched, and removed. */
  readonly rendered: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Pages that are still to be made: all, where nothing was published. */
  readonly queued: number;
  /** Stories whose files have errors and that are still published in their earlier form. */
  readonly kept: number;
  /** Their paths, to be asked while the archive is open, as those of the changes are. */
  listKept(): Iterable<string>;
  readonly changes: Changes;
  /** In order of file and place. */
  readonly problems: Iterable<Problem>;
  /** The next instant at which the output would differ with no edit. */
  readonly nextChangeAt: Instant | undefined;
  readonly seconds: Readonly<Record<Step, number>>;
  /** Why everything was rendered: what is not as it was at the last build. */
  readonly reasons: readonly string[];
  /** Why the archive had to be made again. */
  readonly rebuilt: string | undefined;
}

/** The report of a build that could do nothing. */
export function unpublishedReport(problems: Iterable<Problem>): BuildReport {
  return {
    isPublished: false,
    isWhole: false,
    rendered: 0,
    unchanged: 0,
    removed: 0,
    queued: 0,
    kept: 0,
    listKept: () => [],
    changes: NO_CHANGES,
    problems,
    nextChangeAt: undefined,
    seconds: new Stopwatch().seconds,
    reasons: [],
    rebuilt: undefined,
  };
}

/** The report as `--json` prints it, but for what may be long; instants in ISO 8601. */
export function jsonFigures(report: BuildReport) {
  const { rendered, unchanged, removed, queued, isWhole, kept, nextChangeAt } = report;
  const { seconds } = report;
  return {
    rendered,
    unchanged,
    removed,
    queued,
    whole: isWhole,
    kept,
    nextChangeAt:
      nextChangeAt === undefined
        ? null
        : Temporal.Instant.fromEpochMilliseconds(nextChangeAt).toString(),
    seconds,
  };
}

/** One JSON object, piece by piece: figures, then problems and the addresses of changes, of which there may be a million. */
export function* jsonReport(
  figures: object,
  { problems, changes }: Pick<BuildReport, "problems" | "changes">,
): Generator<string> {
  yield JSON.stringify(figures, null, 2).slice(0, -"\n}".length);
  yield ",\n";
  yield* jsonList("problems", problems, "  ");
  yield ',\n  "changes": {';
  for (const change of CHANGES) {
    yield change === CHANGES[0] ? "\n" : ",\n";
    yield* jsonList(change, changes.list(change), "    ");
  }
  yield "\n  }\n}\n";
}

/** Problems alone as one JSON object, likewise. */
export function* jsonProblems(problems: Iterable<Problem>): Generator<string> {
  yield "{\n";
  yield* jsonList("problems", problems, "  ");
  yield "\n}\n";
}

function* jsonList(name: string, values: Iterable<unknown>, indent: string): Generator<string> {
  yield `${indent}"${name}": [`;
  let end = "]";
  for (const value of values) {
    const json = JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}  `);
    yield `${end === "]" ? "" : ","}\n${indent}  ${json}`;
    end = `\n${indent}]`;
  }
  yield end;
}
