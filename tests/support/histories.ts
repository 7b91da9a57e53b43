import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { isError } from "../../src/model/problem.ts";
import { git } from "./git.ts";
import { Newsroom } from "./newsroom.ts";
import { EDITS } from "./newsroom-edits.ts";
import { TestPaper } from "./paper-from.ts";
import { type Edit, Picks } from "./picks.ts";

interface DrawnEdit {
  readonly does: keyof typeof EDITS;
  readonly numbers: readonly number[];
}

/** The content at the first build, and what is edited before each of the builds after it. */
export interface History {
  readonly start: readonly (readonly number[])[];
  readonly days: readonly (readonly DrawnEdit[])[];
  /** For each build in turn, whether all is committed before it; `undefined` where the content is in no repository. */
  readonly commits: readonly boolean[] | undefined;
  /** For each build in turn, whether it is told what was saved, as one of a preview is. */
  readonly watches: readonly boolean[];
}

// Edits that do not matter are dropped from a failing history; what is left of them stays as it is.
const numbers = fc.noShrink(fc.array(fc.nat(997), { minLength: 6, maxLength: 6 }));
const edit = fc.record({ does: fc.constantFrom(...Object.keys(EDITS)), numbers });

export function histories({ days }: { readonly days: number }): fc.Arbitrary<History> {
  return fc.record({
    start: fc.array(numbers, { minLength: 5, maxLength: 20 }),
    days: fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { maxLength: days }),
    commits: fc.option(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), {
      nil: undefined,
      freq: 2,
    }),
    watches: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  }) as fc.Arbitrary<History>;
}

const SETUP: readonly DrawnEdit[] = [
  { does: "add an author", numbers: [0] },
  { does: "add an author", numbers: [0] },
  { does: "add or replace a picture", numbers: [0] },
  { does: "add or replace a picture", numbers: [1] },
  { does: "add a page", numbers: [0, 2] },
];

type Report = Awaited<ReturnType<TestPaper["build"]>>;
type FaultsAfter = (play: Play, report: Report) => Promise<readonly string[]>;

/** A newsroom in a temporary folder, as it goes through a history. */
export class Play {
  readonly room = new Newsroom();
  readonly paper = new TestPaper(mkdtempSync(join(tmpdir(), "dateline-history-")));
  /** What was done so far, in words. */
  readonly log: string[] = [];
  #written = new Map<string, string>();
  #faultless = this.room.snapshot();
  #isFaulty = false;

  /** Asks after each build what is wrong, and then says what led there. */
  static async through(history: History, faultsAfter: FaultsAfter): Promise<void> {
    const play = new Play();
    const start = history.start.map((numbers) => ({ does: "add a story", numbers }) as const);
    try {
      if (history.commits !== undefined) git(play.paper.folder, "init", "-q");
      for (const [index, day] of [[...SETUP, ...start], ...history.days].entries()) {
        const commits = history.commits?.[index % history.commits.length] ?? false;
        const isWatched = index > 0 && (history.watches[index % history.watches.length] ?? false);
        const report = await play.#build(day, commits, isWatched);
        const faults = await faultsAfter(play, report);
        if (faults.length > 0) throw new Error([...faults, "", ...play.log].join("\n"));
      }
    } finally {
      rmSync(play.paper.folder, { recursive: true, force: true });
    }
  }

  async #build(day: readonly DrawnEdit[], commits: boolean, isWatched: boolean): Promise<Report> {
    const { room, paper } = this;
    if (this.#isFaulty) this.#mend();
    for (const { does, numbers } of day) this.#edit(does, numbers);
    const before = this.#written;
    this.#written = room.writeTo(paper, before);
    if (commits) this.#commit();
    paper.now = room.now;
    const saved = isWatched ? differing(before, this.#written) : undefined;
    if (saved !== undefined) this.log.push(`told of ${[...saved].join(", ")}`);
    const report = await paper.build({ saved });
    this.#isFaulty = report.problems.some(isError);
    if (!this.#isFaulty) this.#faultless = room.snapshot();
    this.log.push(`-> ${this.#isFaulty ? report.codes.join(", ") : "build"}`);
    return report;
  }

  #commit(): void {
    git(this.paper.folder, "add", "content");
    git(this.paper.folder, "commit", "-q", "--allow-empty", "-m", "Edit");
    this.log.push("commit");
  }

  #edit(does: keyof typeof EDITS, numbers: readonly number[]): void {
    const change: Edit = EDITS[does];
    const what = change(this.room, new Picks(numbers));
    if (what !== undefined) this.log.push(`${does}: ${what}`);
  }

  /** No fault outlives the next build: editors go back to what they had. */
  #mend(): void {
    Object.assign(this.room, structuredClone(this.#faultless));
    this.log.push("undo all since the last build without errors");
  }
}

/** Paths of files that one of two has and the other has not, or not with the same text. */
function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Set<string> {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return new Set([...paths].filter((path) => before.get(path) !== after.get(path)));
}
