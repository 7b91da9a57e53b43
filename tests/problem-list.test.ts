import { expect, test } from "vitest";
import { ProblemList } from "../src/archive/problem-list.ts";
import { compareProblems, type Problem } from "../src/model/problem.ts";

const MB = 1_000_000;

function problem(file: string, line = 1, column = 1, code = "link-dead", message = ""): Problem {
  const severity = "warning";
  return { file, line, column, length: 1, severity, code, message, hint: "Correct it." };
}

test("problems come in order of file and place, whatever the order in which they were found", () => {
  // By code units, a character beyond U+FFFF comes before those at the end of what one unit has.
  const problems = [
    problem("stories/～.md"),
    problem("stories/😀.md"),
    problem("stories/b.md", 10),
    problem("stories/b.md", 9, 2),
    problem("stories/b.md", 9, 1, "link-dead", "first"),
    problem("stories/b.md", 9, 1, "link-dead", "second"),
    problem("stories/b.md", 9, 1, "alias-taken"),
    problem("stories/B.md"),
    problem("site.yaml"),
  ];
  expect([...new ProblemList(problems)]).toEqual(problems.toSorted(compareProblems));
});

test("what was said of a file is forgotten when it is read again", () => {
  const problems = new ProblemList([problem("stories/a.md"), problem("stories/b.md", 1)]);
  problems.forget("stories/b.md");
  problems.add([problem("stories/b.md", 2)]);
  expect([...problems]).toEqual([problem("stories/a.md"), problem("stories/b.md", 2)]);
  expect([...problems.values()]).toEqual([...problems]);
});

test("a long list of problems is not in memory", () => {
  const problems = new ProblemList();
  const before = process.memoryUsage.rss();
  const message = "Winds rise. ".repeat(MB / 12);
  for (let line = 200; line > 0; line--) {
    problems.add([problem("stories/storm.md", line, 1, "link-dead", message)]);
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MB);
  expect(problems.values().next().value?.line).toBe(1);
});
