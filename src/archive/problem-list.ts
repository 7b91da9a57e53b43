import type { SQLTagStore } from "node:sqlite";
import type { Problem } from "../model/problem.ts";
import { openNameless } from "./open-nameless.ts";

/**
 * Problems in order of file and place (`compareProblems`). There may be some for each story of an archive: they are in
 * a file, which nobody else sees and which goes with it.
 */
export class ProblemList implements Iterable<Problem> {
  /** Absent as long as there are none, as in most builds. */
  #sql: SQLTagStore | undefined;

  constructor(problems: Iterable<Problem> = []) {
    this.add(problems);
  }

  add(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      const { file, line, column, code } = problem;
      // Texts in order of code units, as `compareText` has them.
      this.#sql ??= openNameless(`
        PRAGMA encoding = 'UTF-16be';
        CREATE TABLE problems (file TEXT, line INTEGER, "column" INTEGER, code TEXT, problem TEXT);
        CREATE INDEX in_order ON problems (file, line, "column", code)`);
      this.#sql
        .run`INSERT INTO problems VALUES (${file}, ${line}, ${column}, ${code}, ${JSON.stringify(problem)})`;
    }
  }

  /** Forgets what was said of a file, which was read again. */
  forget(file: string): void {
    const sql = this.#sql;
    if (sql !== undefined) sql.run`DELETE FROM problems WHERE file = ${file}`;
  }

  [Symbol.iterator](): Generator<Problem> {
    return this.values();
  }

  *values(): Generator<Problem> {
    const sql = this.#sql;
    if (sql === undefined) return;
    for (const { problem } of sql.iterate`
      SELECT problem FROM problems ORDER BY file, line, "column", code, rowid`)
      yield JSON.parse(String(problem));
  }
}
