import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { latestDocument } from "../layouts/latest.ts";
import type { LatestStory } from "../src/model/page-props.ts";
import { frameWith, stamp } from "./layouts/sample.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

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
      published: "2026-11-24T04:00:00-05:00",
      modified: "2026-11-24T05:00:00-05:00",
    },
    {
      address: "/2026/11/orkan/",
      headline: "Storm nears",
      language: "de",
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
  expect(next).toBeNull();
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);

  paper.now = now + HOUR;
  await paper.build();
  expect(latestIn(paper).withdrawn).toEqual(["/2026/10/storm/"]);
});

const LONG: Record<string, readonly [headline: string, summary: string]> = {
  English: [
    "Bush and Putin Agree to Link Talks on Missile Defense With Deep Cuts in Nuclear Arsenals, Officials in Both Capitals Say",
    "The two presidents, meeting after the summit of leading industrial nations in Genoa, said that their ministers would begin work at once; how deep the cuts would be, and what was to become of the treaty of 1972, they left open. Critics in both parliaments warned of haste.",
  ],
  Russian: [
    "Президенты России и США договорились увязать переговоры о противоракетной обороне с сокращением ядерных арсеналов",
    "Министры двух стран начнут консультации немедленно; насколько глубокими будут сокращения и что станет с договором 1972 года, стороны пока не уточнили, сообщили в делегациях после встречи в Генуе.",
  ],
  Arabic: [
    "الرئيسان الأمريكي والروسي يتفقان على ربط محادثات الدفاع الصاروخي بخفض كبير للترسانات النووية",
    "قال الرئيسان بعد قمة الدول الصناعية في جنوة إن وزراء البلدين سيبدأون العمل على الفور، ولم يحددا حجم الخفض ولا مصير معاهدة عام 1972 التي تحظر الدرع الصاروخية.",
  ],
  Japanese: [
    "米ロ首脳、ミサイル防衛協議と核兵器の大幅削減を一体で進めることで合意、ジェノバ・サミット後の会談で発表",
    "両首脳は主要国首脳会議の閉幕後に会談し、閣僚級の協議を直ちに始めると述べた。削減の規模や一九七二年の条約の扱いについては明らかにしなかった。両国の議会からは拙速を懸念する声が上がっている。",
  ],
};

/** Twenty texts that say nothing twice: each begins at another word, and names others. */
function longStories([headline, summary]: readonly [string, string]): LatestStory[] {
  return Array.from({ length: 20 }, (_, number) => ({
    address: `/2001/07/${NAMES[number]}-and-${NAMES[(number * 7 + 3) % 20]}-link-missile-talks/`,
    headline: turned(headline, number),
    summary: turned(summary, number * 3),
    section: ["world", "politics", "business", "science"][number % 4] as string,
    language: "en",
    at: stamp("2001-07-19T13:30Z").at + number * 1_234_567,
    modifiedAt: stamp("2001-07-20T13:30Z").at + number * 2_345_678,
  }));
}

const NAMES =
  "bush putin koizumi chirac blair schroeder berlusconi chretien prodi annan powell ivanov megawati toledo rogge trimble milosevic armstrong ripken etna".split(
    " ",
  );

function turned(text: string, number: number): string {
  const parts = text.includes(" ") ? text.split(" ") : [...text];
  const start = (number * 5) % parts.length;
  const separator = text.includes(" ") ? " " : "";
  return [...parts.slice(start), NAMES[number % 20], ...parts.slice(0, start)].join(separator);
}

test.each(Object.entries(LONG))("is under 4 kB gzipped with long headlines in %s", (_, texts) => {
  const stories = longStories(texts);
  const withdrawn = stories.map(({ address }) => address.replace("talks", "gone"));
  const text = `${latestDocument({ frame: frameWith(), stories, withdrawn })}`;
  expect(gzipSync(text).byteLength).toBeLessThan(4096);
  const [first] = JSON.parse(text).stories;
  expect(first.headline).toBe(stories[0]?.headline.replace(/'/g, "’"));
  expect(first.summary).toMatch(/\S…$/);
});

test("a summary that does not fit ends with a word, or is left out", () => {
  const [, summary] = LONG.English as readonly [string, string];
  const stories = [60, 230, 260].map((length) => ({
    ...(longStories(["a", summary])[0] as LatestStory),
    headline: "word ".repeat(60).slice(0, length).trim(),
  }));
  const text = `${latestDocument({ frame: frameWith(), stories, withdrawn: [] })}`;
  const [short, long, longest] = JSON.parse(text).stories;
  expect(summary).toContain(short.summary.slice(5, -1));
  expect(short.summary).toMatch(/ \w+…$/);
  expect(long).not.toHaveProperty("summary");
  expect(longest.headline).toMatch(/^(word )+word…$/);
});
