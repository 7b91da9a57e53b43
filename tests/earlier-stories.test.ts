import { expect, test } from "vitest";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

/** Seven days of storms, of which the last is the newest. */
function stormyWeek(): TestPaper {
  const days = [1, 2, 3, 4, 5, 6, 7];
  return paperFrom(
    days.map((day) => `-- stories/2026/08/day-${day}.md --\n${story(day)}`).join(""),
  );
}

function story(day: number, topics = "Storms"): string {
  return `---
headline: Storm, day ${day}
published: 2026-08-0${day}
topics: [${topics}]
---
Winds rise.
`;
}

function earlierOf(paper: TestPaper, day: number): string[] {
  const [, nav = ""] =
    /<nav class="earlier"(.*?)<\/nav>/s.exec(paper.page(`/2026/08/day-${day}/`) ?? "") ?? [];
  return [...nav.matchAll(/day-(\d)\//g)].map(([, number]) => String(number));
}

test("a story names the five before it under its first topic, and nothing newer", async () => {
  const paper = stormyWeek();
  paper.write("stories/2026/08/day-8.md", story(8, "Harbors, Storms"));
  await paper.build();
  expect(earlierOf(paper, 7)).toEqual(["6", "5", "4", "3", "2"]);
  expect(earlierOf(paper, 1)).toEqual([]);
  expect(earlierOf(paper, 8)).toEqual([]);
});

test("what comes, goes or is called otherwise among them renders the few that name it", async () => {
  const paper = stormyWeek();
  await paper.build();

  paper.remove("stories/2026/08/day-4.md");
  await paper.build();
  expect(earlierOf(paper, 7)).toEqual(["6", "5", "3", "2", "1"]);
  expect(earlierOf(paper, 5)).toEqual(["3", "2", "1"]);

  paper.write("stories/2026/08/day-4.md", story(4));
  await paper.build();
  expect(earlierOf(paper, 7)).toEqual(["6", "5", "4", "3", "2"]);

  paper.edit("stories/2026/08/day-6.md", "Storm, day 6", "Calm");
  const { changes } = await paper.build();
  expect(changes.changed.filter((address) => address.includes("/day-"))).toEqual([
    "/2026/08/day-6/",
    "/2026/08/day-7/",
  ]);
  expect(paper.page("/2026/08/day-7/")).toContain("Calm");
});

test("whatever was edited, they are those of a full build", async () => {
  const paper = stormyWeek();
  await paper.build();
  const edits = [
    () => paper.write("stories/2026/08/day-0.md", story(0).replace("00", "03T09:00")),
    () => paper.edit("stories/2026/08/day-5.md", "[Storms]", "[Harbors, Storms]"),
    () => paper.edit("stories/2026/08/day-2.md", "2026-08-02", "2026-08-06T10:00"),
    () => paper.move("stories/2026/08/day-3.md", "stories/2026/08/day-9.md"),
    () =>
      paper.edit(
        "stories/2026/08/day-6.md",
        "topics",
        "status: withdrawn\nreason: Untrue.\ntopics",
      ),
  ];
  for (const edit of edits) {
    edit();
    await paper.build();
    const output = paper.output();
    await paper.build({ isFull: true });
    expect(paper.output()).toEqual(output);
  }
});
