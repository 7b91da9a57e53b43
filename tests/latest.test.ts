import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { latestDocument } from "../layouts/latest.ts";
import { storyAddress } from "../src/model/address.ts";
import type { LatestStory } from "../src/model/page-props.ts";
import { frameWith, stamp } from "./layouts/sample.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";

const CONTENT = join(PROJECT_FOLDER, "content");
const HOUR = 60 * 60 * 1000;

const story = (keys: string) => `---
headline: Storm nears
section: world
${keys}
---
Winds rise.
`;

interface Latest {
  readonly stories: readonly Record<string, string>[];
  readonly withdrawn: readonly string[];
}

function latestIn(paper: TestPaper, address = "/latest.json"): Latest {
  return JSON.parse(Buffer.from(String(paper.page(address)), "latin1").toString("utf8"));
}

test("/latest.json has the newest 20, with what a list shows and when it was modified", async () => {
  const paper = paperFrom(`
-- stories/2026/11/storm.md --
${story("published: 2026-11-24T09:00Z\nupdated: 2026-11-24T10:00Z\nsummary: Winds rise.")}
-- stories/2026/11/orkan.md --
${story("published: 2026-11-24T08:00Z\nlanguage: de").replace("section: world\n", "")}
`);
  for (let number = 10; number < 40; number++) {
    paper.write(`stories/2026/10/story-${number}.md`, story(`published: 2026-10-01T09:${number}Z`));
  }
  await paper.build();
  const { stories, withdrawn } = latestIn(paper);
  expect(stories).toHaveLength(20);
  expect(stories.slice(0, 2)).toEqual([
    {
      address: "/2026/11/storm/",
      headline: "Storm nears",
      summary: "Winds rise.",
      section: "world",
      day: "Nov. 24, 2026",
      clock: "4 a.m.",
      zone: "EST",
      published: "2026-11-24T04:00:00-05:00",
      modified: "2026-11-24T05:00:00-05:00",
    },
    {
      address: "/2026/11/orkan/",
      headline: "Storm nears",
      language: "de",
      day: "Nov. 24, 2026",
      clock: "3 a.m.",
      zone: "EST",
      published: "2026-11-24T03:00:00-05:00",
      modified: "2026-11-24T03:00:00-05:00",
    },
  ]);
  expect(withdrawn).toEqual([]);
  expect(latestIn(paper, "/world/latest.json").stories[1]?.address).toBe("/2026/10/story-39/");
});

test("a withdrawal is told for a day after the story was last modified, and the clock takes it away", async () => {
  const paper = paperFrom(`
-- stories/2026/10/storm.md --
${story("published: 2026-10-01T09:00Z")}
-- stories/2026/11/calm.md --
${story("published: 2026-11-24T09:00Z")}
`);
  await paper.build();
  expect(latestIn(paper).withdrawn).toEqual([]);
  paper.edit(
    "stories/2026/10/storm.md",
    "published",
    "status: withdrawn\nreason: Wrong.\nupdated: 2026-11-24T11:00Z\npublished",
  );
  const { nextChangeAt } = await paper.build();
  expect(nextChangeAt).toBe("2026-11-25T11:00:00Z");
  expect(latestIn(paper).withdrawn).toEqual(["/2026/10/storm/"]);
  expect(latestIn(paper, "/science/latest.json").withdrawn).toEqual(["/2026/10/storm/"]);

  const now = paper.now;
  paper.now = Temporal.Instant.from("2026-11-25T11:00Z").epochMilliseconds;
  const { changes, nextChangeAt: next } = await paper.build();
  expect(changes.changed).toEqual(["/latest.json", "/science/latest.json", "/world/latest.json"]);
  // When the other story is no news any more.
  expect(next).toBe("2026-11-26T09:00:00Z");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);

  paper.now = now + HOUR;
  await paper.build();
  expect(latestIn(paper).withdrawn).toEqual(["/2026/10/storm/"]);
});

/** Texts of the sample paper, in which no two stories say the same. */
const SAMPLES = globSync("stories/2001/*/*.md", { cwd: CONTENT })
  .sort()
  .map((path) => {
    const [, , ...body] = readFileSync(join(CONTENT, path), "utf8").split("---\n");
    return { address: storyAddress(path), text: body.join("").replace(/\s+/g, " ").trim() };
  })
  .filter(({ text }) => /^[A-Z]/.test(text) && text.length > 660);

/** Words that nobody ever wrote: they say less often the same than those of a language do. */
function wordsOf(alphabet: string, number: number): string {
  const letters = [...alphabet];
  let seed = number + 1;
  const next = (count: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % count;
  };
  const word = () =>
    Array.from({ length: 3 + next(9) }, () => letters[next(letters.length)]).join("");
  return Array.from({ length: 90 }, word).join(" ");
}

const TEXTS: Record<string, (number: number) => string> = {
  English: (number) => SAMPLES[number]?.text as string,
  Russian: (number) => wordsOf("аббвгдеежзиийклмнооопрстуфхцчшщыьэюя", number),
  Arabic: (number) => wordsOf("ااابتثجحخدذرزسشصضطظعغفقكللمنهويي", number),
};

function longStories(textOf: (number: number) => string): LatestStory[] {
  return Array.from({ length: 20 }, (_, number) => ({
    address: SAMPLES[number]?.address as string,
    headline: textOf(number).slice(0, 120).trim(),
    summary: textOf(number).slice(130, 630),
    kicker: textOf(number).slice(635, 655).trim(),
    dateline: textOf(number).slice(615, 630).trim(),
    kind: (["news", "live", "analysis", "opinion"] as const)[number % 4] as LatestStory["kind"],
    section: ["world", "politics", "business", "science"][number % 4] as string,
    language: "de",
    day: `2001-07-${19 + (number % 3)}`,
    hasTime: true,
    at: stamp("2001-07-19T13:30Z").at + number * 1_234_567,
    modifiedAt: stamp("2001-07-20T13:30Z").at + number * 2_345_678,
  }));
}

test.each(Object.entries(TEXTS))("it is under 4 kB gzipped with long texts in %s", (_, textOf) => {
  const stories = longStories(textOf);
  const withdrawn = SAMPLES.slice(-20).map(({ address }) => address);
  const text = `${latestDocument({ frame: frameWith(), stories, withdrawn })}`;
  expect(gzipSync(text).byteLength).toBeLessThan(4096);
  expect(gzipSync(text).byteLength).toBeGreaterThan(3000);
});

function latestOf(stories: readonly LatestStory[]): Record<string, string>[] {
  return JSON.parse(`${latestDocument({ frame: frameWith(), stories, withdrawn: [] })}`).stories;
}

test("a summary stays whole where all of them fit; else the longest end with a word", () => {
  const stories = longStories(TEXTS.English as never).map((story, number) => ({
    ...story,
    headline: "Storm nears",
    summary: number < 15 ? "Winds rise." : (story.summary as string).trim().replaceAll("'", "’"),
  }));
  const whole = latestOf(stories.slice(0, 18)).map(({ summary }) => summary);
  expect(whole).toEqual(stories.slice(0, 18).map(({ summary }) => summary));

  const long = stories.map((story) => ({ ...story, kicker: story.summary }));
  const [first, last] = [latestOf(long).at(0), latestOf(long).at(-1)];
  expect(first?.summary).toBe("Winds rise.");
  expect(last?.summary).toMatch(/[^ ]…$/);
  expect(long.at(-1)?.summary).toContain(`${last?.summary?.slice(0, -1)} `);
  expect(last?.kicker?.length).toBeLessThan(150);
});
