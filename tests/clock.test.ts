import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isError } from "../src/model/problem.ts";
import { histories, Play } from "./support/histories.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const story = (keys: string) => `---
headline: Storm nears
${keys}
---
Winds rise.
`;

const NOW = "published: 2026-11-24T12:00Z";

/** Builds at each `nextChangeAt` in turn and says at which of them nothing came, or something came too early. */
async function clockFaults(paper: TestPaper): Promise<string[]> {
  const faults: string[] = [];
  for (let { nextChangeAt } = await paper.build(); nextChangeAt !== null; ) {
    const at = Temporal.Instant.from(nextChangeAt).epochMilliseconds;
    paper.now = at - 1000;
    const early = await paper.build();
    if (isChanged(early))
      faults.push(`${nextChangeAt}: a second before ${JSON.stringify(early.changes)}`);
    if (early.nextChangeAt !== nextChangeAt)
      faults.push(`${nextChangeAt}: then ${early.nextChangeAt}`);
    paper.now = at;
    const report = await paper.build();
    if (!isChanged(report)) faults.push(`${nextChangeAt}: nothing`);
    ({ nextChangeAt } = report);
  }
  return faults;
}

function isChanged({ changes }: Awaited<ReturnType<TestPaper["build"]>>): boolean {
  return Object.values(changes).flat().length > 0;
}

describe("nextChangeAt is when the paper changes with no edit", () => {
  test.each([
    ["a scheduled story", ["published: 2026-11-25T09:00Z"], "2026-11-25T09:00:00Z"],
    ["a day in the paper's zone", ["published: 2026-11-25"], "2026-11-25T05:00:00Z"],
    ["an embargo", [`${NOW}\nembargo: 2026-11-25T09:00Z`], "2026-11-25T09:00:00Z"],
    [
      "the later of the two",
      ["published: 2026-11-26T09:00Z\nembargo: 2026-11-25T09:00Z"],
      "2026-11-26T09:00:00Z",
    ],
    ["an update that has not come", [`${NOW}\nupdated: 2026-11-25T09:00Z`], "2026-11-25T09:00:00Z"],
    [
      "the moment of a story that was updated before it",
      [`${NOW}\nupdated: 2026-11-25T09:00Z\nembargo: 2026-11-26T09:00Z`],
      "2026-11-26T09:00:00Z",
    ],
    [
      "a correction after the moment",
      [
        "published: 2026-11-25T09:00Z\ncorrections: [{ date: 2026-11-26, kind: correction, text: It was. }]",
      ],
      "2026-11-26T05:00:00Z",
    ],
    [
      "the lapse of a priority that put a story above a newer one",
      ["published: 2026-11-24T09:00Z\npriority: 1", NOW],
      "2026-11-25T09:00:00Z",
    ],
    [
      "no lapse that leaves the order as it is",
      [`${NOW}\npriority: 1\ncanonical: https://example.com/`],
      null,
    ],
    [
      "the first lapse of two that changes the order",
      [
        "published: 2026-11-24T09:00Z\npriority: 1",
        "published: 2026-11-24T10:00Z\npriority: 2",
        "published: 2026-11-24T11:00Z",
      ],
      "2026-11-25T09:00:00Z",
    ],
    ["nothing of a draft", ["published: 2026-11-25T09:00Z\nstatus: draft"], null],
    [
      "a day after a withdrawal, which browsers are told no longer, and nothing else of it",
      [`${NOW}\npriority: 1\nstatus: withdrawn\nreason: Wrong.`],
      "2026-11-25T12:00:00Z",
    ],
    [
      "a withdrawal of a scheduled story",
      ["published: 2026-11-25\nstatus: withdrawn\nreason: Wrong."],
      "2026-11-25T05:00:00Z",
    ],
    ["the end of the two days for which it is news", [NOW], "2026-11-26T12:00:00Z"],
    [
      "nothing of a story that is news elsewhere",
      [`${NOW}\ncanonical: https://example.com/`],
      null,
    ],
    ["nothing of an old story", ["published: 2026-11-22T12:00Z"], null],
  ])("%s", async (_what, stories, expected) => {
    const paper = paperFrom(
      stories
        .map((keys, index) => `-- stories/2026/11/storm-${index}.md --\n${story(keys)}`)
        .join(""),
    );

    expect((await paper.build()).nextChangeAt).toBe(expected);
    expect(await clockFaults(paper)).toEqual([]);
  });

  test("in any paper, again and again until it is null", { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(histories({ days: 2 }), (history) =>
      Play.through(history, ({ paper }) => clockFaults(paper)),
    );
    await fc.assert(property, { numRuns: 4, seed: 20010719 });
  });
});

test("a clock that is put back gives readers what they had before, byte for byte", {
  timeout: 300_000,
}, async () => {
  const property = fc.asyncProperty(histories({ days: 2 }), (history) =>
    Play.through(history, async ({ paper }, { problems }) => {
      return problems.some(isError) ? [] : backwardFaults(paper);
    }),
  );
  await fc.assert(property, { numRuns: 4, seed: 20010719 });
});

async function backwardFaults(paper: TestPaper): Promise<string[]> {
  const days = [{ now: paper.now, output: paper.output() }];
  for (let { nextChangeAt } = await paper.build(); nextChangeAt !== null; ) {
    paper.now = Temporal.Instant.from(nextChangeAt).epochMilliseconds;
    ({ nextChangeAt } = await paper.build());
    days.push({ now: paper.now, output: paper.output() });
  }
  const faults: string[] = [];
  for (const { now, output } of days.reverse()) {
    paper.now = now;
    await paper.build();
    if (!isSame(paper.output(), output))
      faults.push(String(Temporal.Instant.fromEpochMilliseconds(now)));
  }
  return faults;
}

function isSame(a: Map<string, string>, b: Map<string, string>): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b]);
}
