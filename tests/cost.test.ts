import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const AUTHORS = ["ann", "ben", "cleo", "dan", "stringer"];

/** A live blog of three days on a topic of its own. */
const POLLS = `---
headline: Voters decide
published: 2026-11-21
section: world
topics: [Elections]
kind: live
---
## 2026-11-23 09:00 Polls open again

They vote.

## 2026-11-22 09:00 Polls open

They vote.

## 2026-11-21 09:00 Campaigns end

They wait.
`;

/** Ten stories a day, up to 2026-11-23; the last day's last three are the stringer's, on a topic of their own. */
function paperOf(count: number): TestPaper {
  const paper = paperFrom(
    AUTHORS.map((key) => `-- authors/${key}.md --\n---\nname: ${key}\n---\n`).join(""),
  );
  for (let number = 0; number < count; number++) {
    const ago = { days: Math.floor(number / 10) };
    const day = Temporal.PlainDate.from("2026-11-23").subtract(ago).toString();
    const isStringers = [7, 8, 9].includes(number);
    const author = isStringers ? "stringer" : AUTHORS[number % 4];
    const topic = isStringers ? "Odd storms" : `Topic ${number % 10}`;
    writeStory(paper, day, `storm-${number}`, `byline: ${author}\ntopics: [${topic}]`);
  }
  paper.write(pathOf("2026-11-21", "polls"), POLLS);
  return paper;
}

function writeStory(paper: TestPaper, day: string, slug: string, keys: string): void {
  paper.write(
    pathOf(day, slug),
    `---\nheadline: Storm nears\npublished: ${day}\nsection: world\n${keys}\n---\nWinds rise.\n`,
  );
}

function pathOf(day: string, slug: string): string {
  return `stories/${day.slice(0, 7).replace("-", "/")}/${slug}.md`;
}

test("an edit does not look at the stories that link to the lists that it stands in", async () => {
  const paper = paperOf(1);
  for (let number = 0; number < 40; number++) {
    paper.write(
      pathOf("2026-10-01", `linking-${number}`),
      "---\nheadline: Calm\npublished: 2026-10-01\n---\n" +
        "See [the latest](/latest/), [the world](/world/), [a topic](/topics/topic-0/), " +
        "[a day](/2026/11/23/) and [the storm](/2026/11/storm-0/).\n",
    );
  }
  await paper.build();
  paper.edit(pathOf("2026-11-23", "storm-0"), "Storm nears", "Storm hits");
  expect(await paper.build()).toMatchObject({ rendered: 24, unchanged: 6 });

  paper.remove(pathOf("2026-11-23", "storm-0"));
  const { changes } = await paper.build();
  expect(changes.changed.filter((page) => page.includes("linking"))).toHaveLength(40);
});

test("the archive is written anew where a story is gone, not where its file moved", async () => {
  const paper = paperOf(2);
  await paper.build();
  const version = schemaVersion(paper);
  paper.move(pathOf("2026-11-23", "storm-0"), pathOf("2026-11-23", "moved"));
  paper.edit(pathOf("2026-11-23", "storm-1"), "Winds rise.", "Winds fall.");
  await paper.build();
  expect(schemaVersion(paper)).toBe(version);

  paper.remove(pathOf("2026-11-23", "moved"));
  await paper.build();
  expect(schemaVersion(paper)).toBeGreaterThan(version);
});

test("so it is where a post is taken down or put off, not where one is added or corrected", async () => {
  const paper = paperOf(1);
  const polls = pathOf("2026-11-21", "polls");
  await paper.build();
  const version = schemaVersion(paper);
  addPost(paper, "2026-11-23 10:00 Queues");
  paper.edit(polls, "They wait.", "They wait for it.");
  await paper.build();
  expect(schemaVersion(paper)).toBe(version);

  paper.edit(polls, "2026-11-23 10:00", "2026-11-25 10:00");
  await paper.build();
  expect(schemaVersion(paper)).toBeGreaterThan(version);
});

/** SQLite counts it up when it writes a file anew. */
function schemaVersion(paper: TestPaper): number {
  using database = new DatabaseSync(join(paper.cacheFolder, "archive.sqlite"));
  return Number(database.prepare("PRAGMA schema_version").get()?.schema_version);
}

function addPost(paper: TestPaper, heading: string): void {
  paper.edit(pathOf("2026-11-21", "polls"), "## ", `## ${heading}\n\nMore.\n\n## `);
}

type Edit = (paper: TestPaper) => void;

const EDITS: Record<string, Edit> = {
  "a story is added": (paper) =>
    writeStory(paper, "2026-11-23", "added", "byline: ann\ntopics: [Topic 0]"),
  "the first story of a day is added": (paper) =>
    writeStory(paper, "2026-11-24", "first", "byline: ann\ntopics: [Topic 0]"),
  "a headline is changed": (paper) =>
    paper.edit(pathOf("2026-11-23", "storm-0"), "Storm nears", "Storm hits"),
  "a text is changed": (paper) =>
    paper.edit(pathOf("2026-11-23", "storm-0"), "Winds rise.", "Winds fall."),
  "a story is withdrawn": (paper) =>
    paper.edit(
      pathOf("2026-11-23", "storm-0"),
      "section:",
      "status: withdrawn\nreason: Wrong.\nsection:",
    ),
  "an author is renamed": (paper) => paper.edit("authors/stringer.md", "stringer", "Sue"),
  "a topic is spelled in another way": (paper) =>
    paper.edit(pathOf("2026-11-23", "storm-7"), "Odd storms", "Odd Storms"),
  "an author's note is changed": (paper) => paper.edit("authors/stringer.md", /$/, "Was there.\n"),
  "a live blog has a new post": (paper) => addPost(paper, "2026-11-23 10:00 Queues"),
  "a live blog has the first post of a day": (paper) => addPost(paper, "2026-11-24 06:00 Count"),
  "a post is corrected": (paper) =>
    paper.edit(pathOf("2026-11-21", "polls"), "They wait.", "They wait for it."),
  "a post is scheduled": (paper) => addPost(paper, "2026-11-24 09:00 Result"),
  "nothing is done": () => {},
};

/** Pages rendered and looked at, and addresses that changed, at each edit. */
async function costsIn(paper: TestPaper): Promise<Record<string, object>> {
  await paper.build();
  const costs: Record<string, object> = {};
  for (const [what, edit] of Object.entries(EDITS)) {
    edit(paper);
    const { rendered, unchanged, changes } = await paper.build();
    costs[what] = { rendered, unchanged, ...changes };
  }
  return costs;
}

const FEEDS = ["", "/world"].flatMap((folder) =>
  ["atom.xml", "feed.json", "feed.xml"].map((file) => `${folder}/${file}`),
);
const LATEST = ["/latest.json", "/world/latest.json"];
const LISTS = [
  ...["/", "/2026/11/", "/2026/11/23/", "/latest/", "/world/", "/world/2026/11/"],
  ...[...FEEDS, ...LATEST],
];
const TOPIC = ["/topics/topic-0/", "/topics/topic-0/2026/", "/topics/topic-0/feed.xml"];
/** They name the story as one of those before them under their topic. */
const LATER = ["/2026/11/added/", "/2026/11/first/"];
const NINJS = ["/2026/11/23/ninjs.json", "/world/ninjs.json"];
const CRAWLERS = [...NINJS, "/news-sitemap.xml"];
const MONTH = "/sitemap-2026-11.xml";
const ANN = ["/authors/ann/", "/authors/ann/2026/", "/authors/ann/feed.xml"];
/** What tells of the newest in a live blog of the world. */
const POLLS_TOLD = ["/2026/11/polls/", "/2026/11/polls/live.json", "/topics/elections/feed.xml"];
const STRINGERS_FEEDS = [...FEEDS, "/authors/stringer/feed.xml", "/topics/odd-storms/feed.xml"];

test("an edit renders the same pages in a paper of 50 stories and of 5,000, as a full build makes them", {
  timeout: 300_000,
}, async () => {
  const costs = await costsIn(paperOf(50));

  expect(costs).toMatchObject({
    "a story is added": {
      rendered: 25,
      added: ["/2026/11/added/"],
      changed: [...LISTS, ...ANN, ...TOPIC, ...CRAWLERS, MONTH].sort(),
      removed: [],
    },
    "the first story of a day is added": {
      // The day's page and its list for partners twice: they open empty, because their story is not there yet.
      rendered: 29,
      added: ["/2026/11/24/", "/2026/11/24/ninjs.json", "/2026/11/first/"],
      changed: [...LISTS, ...ANN, ...TOPIC, ...CRAWLERS, MONTH, "/2026/", "/sitemap.xml"]
        .filter((page) => !page.startsWith("/2026/11/23/"))
        .sort(),
      removed: [],
    },
    "a headline is changed": {
      rendered: 26,
      added: [],
      changed: [...LISTS, ...ANN, ...TOPIC, "/2026/11/storm-0/", ...LATER, ...CRAWLERS].sort(),
      removed: [],
    },
    "a text is changed": {
      rendered: 10,
      added: [],
      changed: [
        ...["/2026/11/23/ninjs.json", "/2026/11/storm-0/", ...FEEDS],
        ...["/authors/ann/feed.xml", "/topics/topic-0/feed.xml"],
      ].sort(),
      removed: [],
    },
    "a story is withdrawn": {
      rendered: 27,
      added: [],
      changed: [
        ...LISTS,
        ...ANN,
        ...TOPIC,
        "/2026/11/storm-0/",
        ...LATER,
        ...CRAWLERS,
        MONTH,
      ].sort(),
      removed: [],
    },
    "an author is renamed": {
      rendered: 15,
      added: [],
      changed: [
        "/2026/11/23/ninjs.json",
        "/2026/11/storm-7/",
        "/2026/11/storm-8/",
        "/2026/11/storm-9/",
        "/authors/stringer/",
        "/authors/stringer/2026/",
        ...["/world/ninjs.json", ...STRINGERS_FEEDS],
      ].sort(),
      removed: [],
    },
    "a topic is spelled in another way": {
      // Its pages spell it as the first story does, every other story as it does itself.
      rendered: 13,
      added: [],
      changed: [
        ...NINJS,
        "/2026/11/storm-7/",
        "/topics/odd-storms/",
        "/topics/odd-storms/2026/",
        ...STRINGERS_FEEDS,
      ].sort(),
      removed: [],
    },
    "an author's note is changed": {
      rendered: 1,
      // The feed of the author, and the sitemap of what belongs to no month.
      unchanged: 2,
      added: [],
      changed: ["/authors/stringer/"],
      removed: [],
    },
    "a live blog has a new post": {
      // No list for readers: none of them shows when a story was modified.
      rendered: 13,
      added: [],
      changed: [
        ...["/2026/11/polls/2026-11-23/", "/2026/11/21/ninjs.json", "/world/ninjs.json"],
        ...["/sitemap-2026-11.xml", ...POLLS_TOLD, ...FEEDS],
      ].sort(),
      removed: [],
    },
    "a live blog has the first post of a day": {
      // Nothing was modified later in the whole month.
      rendered: 15,
      added: ["/2026/11/polls/2026-11-24/"],
      changed: [
        ...["/2026/11/polls/2026-11-23/", "/2026/11/21/ninjs.json", "/world/ninjs.json"],
        ...["/sitemap-2026-11.xml", "/sitemap.xml", ...POLLS_TOLD, ...FEEDS],
      ].sort(),
      removed: [],
    },
    "a post is corrected": {
      // That of an earlier day: the page of the blog does not show it.
      rendered: 10,
      added: [],
      changed: [
        ...["/2026/11/polls/2026-11-21/", "/2026/11/polls/live.json", "/2026/11/21/ninjs.json"],
        ...["/topics/elections/feed.xml", ...FEEDS],
      ].sort(),
      removed: [],
    },
    "a post is scheduled": { rendered: 0, added: [], changed: [], removed: [] },
    "nothing is done": { rendered: 0, unchanged: 0, added: [], changed: [], removed: [] },
  });
  const paper = paperOf(5000);
  expect(await costsIn(paper)).toEqual(costs);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});
