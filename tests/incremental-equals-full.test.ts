import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storyAddress } from "../src/model/address.ts";
import { isError } from "../src/model/problem.ts";
import { readSite } from "../src/paper.ts";
import { outputElsewhere } from "./support/build-elsewhere.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { deadLinks } from "./support/dead-links.ts";
import { histories, Play } from "./support/histories.ts";

// More and other histories: DATELINE_RUNS=1000 DATELINE_SEED=2 npx vitest run tests/incremental-equals-full.test.ts
const RUNS = Number(process.env.DATELINE_RUNS ?? 8);
const SEED = Number(process.env.DATELINE_SEED ?? 20010719);

describe("After each build of any history", { timeout: RUNS * 60_000 }, () => {
  test("readers get what a full build would give them, and every link leads somewhere", async () => {
    let compared = 0;
    const property = fc.asyncProperty(histories({ days: 8 }), (history) =>
      Play.through(history, async ({ paper }, { problems, keptStories }) => {
        const { site } = await readSite(paper.contentFolder);
        const base = site?.base as string;
        // A page that stands in its earlier form may link to what has gone since.
        const dead = deadLinks(paper.output(), base).filter((link) => !isOn(keptStories, link));
        if (problems.some(isError)) return dead;
        compared++;
        return [...dead, ...differences(paper.output(), await fullOutput(paper))];
      }),
    );
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
    expect(compared).toBeGreaterThan(RUNS);
  });

  test("a machine with another zone, locale, path and order of files gives the same", async () => {
    let compared = 0;
    const property = fc.asyncProperty(histories({ days: 2 }), (history) =>
      Play.through(history, async ({ paper }, { problems }) => {
        if (problems.some(isError)) return [];
        compared++;
        return differences(paper.output(), outputElsewhere(paper));
      }),
    );
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 8), seed: SEED });
    expect(compared).toBeGreaterThan(0);
  });
});

/** Whether a dead link is on a page of one of these stories. */
function isOn(stories: readonly string[], link: string): boolean {
  return stories.some((path) => link.startsWith(storyAddress(path)));
}
