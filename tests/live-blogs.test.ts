import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { build } from "../src/build.ts";
import { differences, fullOutput } from "./support/compare-output.ts";
import { deadLinks } from "./support/dead-links.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const POLLS = "stories/2026/11/polls.md";
const BLOG = "/2026/11/polls/";
const TODAY = `${BLOG}2026-11-24/`;
const YESTERDAY = `${BLOG}2026-11-23/`;
const FILE = `${BLOG}live.json`;

/** What tells programs of the story, and when it was modified. */
const TOLD = [
  ...["/atom.xml", "/feed.json", "/feed.xml", "/latest.json"],
  ...["/world/atom.xml", "/world/feed.json", "/world/feed.xml", "/world/latest.json"],
  ...["/2026/11/23/ninjs.json", "/world/ninjs.json", "/sitemap.xml", "/sitemap-2026-11.xml"],
];

let paper: TestPaper;

/** It is seven in the morning of the second day. */
beforeEach(() => {
  paper = paperFrom(`
-- ${POLLS} --
---
headline: Rome goes to the polls
dateline: ROME
kind: live
section: world
published: 2026-11-23
---
Italy votes.

- Polls close at 11.

## 2026-11-24 06:00 Polls open again

Doors opened, as [on the day before](${YESTERDAY}#post-0800).

## 2026-11-23 23:00 The first day ends

Good night.

## 2026-11-23 08:00 Polls open

First votes.
-- stories/2026/11/storm.md --
---
headline: Storm nears
section: world
published: 2026-11-22
---
It is [windy](${YESTERDAY}) where they [vote](${TODAY}#post-0600).
`);
});

function text(address: string): string {
  return Buffer.from(String(paper.page(address)), "latin1").toString("utf8");
}

/** The ids of the posts on a page, in their order. */
function postsOn(address: string): string[] {
  return [...text(address).matchAll(/<article class="post" id="([^"]+)"/g)].map(
    ([, id]) => `${id}`,
  );
}

function addPost(heading: string, words = "More votes."): void {
  paper.edit(POLLS, "## ", `## ${heading}\n\n${words}\n\n## `);
}

describe("A live blog", () => {
  test("shows its newest day, and where the others are", async () => {
    const { problems, changes } = await paper.build();
    expect(problems).toEqual([]);
    expect(changes.added).toEqual(expect.arrayContaining([BLOG, TODAY, YESTERDAY, FILE]));
    expect(postsOn(BLOG)).toEqual(["post-0600"]);
    expect(postsOn(TODAY)).toEqual(["post-0600"]);
    expect(postsOn(YESTERDAY)).toEqual(["post-2300", "post-0800"]);
    expect(text(BLOG)).toContain(`<a href="${YESTERDAY}">Monday, Nov. 23, 2026</a>`);
    expect(text(YESTERDAY)).toContain(`<a href="${TODAY}">Later: Nov. 24, 2026</a>`);
    expect(text(TODAY)).toContain(`<a href="${YESTERDAY}">Earlier: Nov. 23, 2026</a>`);
  });

  test("gives each post an address on the page of its day, which is there", async () => {
    await paper.build();
    expect(text(BLOG)).toContain(
      `<a href="${TODAY}#post-0600"><time datetime="2026-11-24T06:00:00-05:00">6 a.m. EST</time></a>`,
    );
    expect(deadLinks(paper.output())).toEqual([]);
    expect(deadAnchors()).toEqual([]);
  });

  test("keeps the address of a post whatever becomes of others", async () => {
    await paper.build();
    addPost("2026-11-24 06:00:01 At once");
    addPost("2026-11-24 05:59");
    paper.edit(POLLS, "First votes.", "The first votes.");
    await paper.build();
    expect(postsOn(TODAY)).toEqual(["post-060001", "post-0600", "post-0559"]);
    paper.edit(POLLS, /## 2026-11-24 05:59\n\nMore votes.\n\n/, "");
    await paper.build();
    expect(postsOn(TODAY)).toEqual(["post-060001", "post-0600"]);
    expect(deadAnchors()).toEqual([]);
  });

  test("shows the oldest first where it says so", async () => {
    paper.edit(POLLS, "kind: live", "kind: live\norder: oldest-first");
    await paper.build();
    expect(postsOn(BLOG)).toEqual(["post-0600"]);
    expect(postsOn(YESTERDAY)).toEqual(["post-0800", "post-2300"]);
  });

  test("is labelled while it runs, and when it is over", async () => {
    await paper.build();
    const label = '<strong class="label">Live</strong>';
    for (const page of [BLOG, "/", "/latest/", "/world/", "/2026/11/23/", "/2026/11/"]) {
      expect(text(page)).toContain(label);
    }
    expect(text(BLOG)).toContain(` data-live="${FILE}"`);
    expect(JSON.parse(text(FILE))).not.toHaveProperty("ended");
    expect(JSON.parse(text("/latest.json")).stories[0]).toMatchObject({ label: "Live" });

    paper.edit(POLLS, "kind: live", "kind: live\nended: 2026-11-24 06:30");
    const { changes } = await paper.build();
    const over = text(BLOG);
    expect(over).toContain('<strong class="label">Live blog</strong>');
    expect(over).toContain(
      'Ended <time datetime="2026-11-24T06:30:00-05:00">Nov. 24, 2026, 6:30 a.m. EST</time>',
    );
    expect(over).not.toContain(" data-live=");
    expect(text("/latest/")).not.toContain(label);
    expect(JSON.parse(text(FILE))).toMatchObject({ ended: true });
    expect(changes.changed).not.toContain(YESTERDAY);
  });

  test("is told in feeds post by post, each with its address", async () => {
    await paper.build();
    const [item] = JSON.parse(text("/feed.json")).items;
    expect(item.content_html).toMatch(
      /^<div lang="en" dir="ltr">\n<p><span[^>]*>ROME<\/span> — Italy votes/,
    );
    expect(item.content_html).toContain(
      `<a href="https://example.org${YESTERDAY}#post-0800"><time`,
    );
    expect(item.content_html.match(/<h3>/g)).toHaveLength(3);
    expect(item).toMatchObject({ date_modified: "2026-11-24T06:00:00-05:00" });
  });

  test("C8.1 is in the sitemap with its past days, each with the time of its newest post", async () => {
    addPost("2026-11-24 06:30 Queues");
    await paper.build();
    const urls = text("/sitemap-2026-11.xml").match(/(?<=<url>)[^\n]*polls[^\n]*(?=<\/url>)/g);
    expect(urls).toEqual([
      `<loc>https://example.org${BLOG}</loc><lastmod>2026-11-24T06:30:00-05:00</lastmod>`,
      `<loc>https://example.org${YESTERDAY}</loc><lastmod>2026-11-23T23:00:00-05:00</lastmod>`,
    ]);
  });

  test("C2.8 is described to search engines with the posts that the page shows, each by its address", async () => {
    await paper.build();
    const [, facts = ""] =
      /<script type="application\/ld\+json">(.*)<\/script>/.exec(text(BLOG)) ?? [];
    expect(JSON.parse(facts)).toMatchObject({
      "@type": "LiveBlogPosting",
      coverageStartTime: "2026-11-23T00:00:00-05:00",
      dateModified: "2026-11-24T06:00:00-05:00",
      liveBlogUpdate: [
        {
          "@type": "BlogPosting",
          headline: "Polls open again",
          datePublished: "2026-11-24T06:00:00-05:00",
          articleBody: "Doors opened, as on the day before.",
          url: `https://example.org${TODAY}#post-0600`,
        },
      ],
    });
    expect(JSON.parse(facts)).not.toHaveProperty("dateline");
    for (const { url } of JSON.parse(facts).liveBlogUpdate) {
      const [page = "", id] = url.slice("https://example.org".length).split("#");
      expect(text(page)).toContain(` id="${id}"`);
    }
  });
});

describe("A new post", () => {
  test("changes the page, its day, and what tells of the newest, and no list and no other story", async () => {
    await paper.build();
    addPost("2026-11-24 06:45 Queues");
    const { changes, rendered } = await paper.build();
    expect(changes).toEqual({
      added: [],
      changed: [BLOG, TODAY, FILE, ...TOLD].sort(),
      removed: [],
    });
    expect(rendered).toBe(changes.changed.length);
    expect(postsOn(BLOG)).toEqual(["post-0645", "post-0600"]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });

  test("of a new day leaves all days but the one before as they are", async () => {
    await paper.build();
    paper.now += 24 * 60 * 60 * 1000;
    addPost("2026-11-25 06:45 Count");
    const { changes } = await paper.build();
    expect(changes.added).toEqual([`${BLOG}2026-11-25/`]);
    // By now the live blog is too old for Google News.
    const told = [...TOLD, "/news-sitemap.xml"];
    expect(changes.changed).toEqual([BLOG, TODAY, FILE, ...told].sort());
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });

  test("with a picture that is no picture holds up nobody", async () => {
    await paper.build();
    const before = [BLOG, TODAY, FILE].map(text);
    addPost("2026-11-24 06:45 Queues", "![](no.jpg)");
    const { codes, keptStories } = await paper.build();
    expect(codes).toContain("picture-missing");
    expect(keptStories).toEqual([POLLS]);
    expect([BLOG, TODAY, FILE].map(text)).toEqual(before);
  });

  test("may be scheduled: nobody learns of it before its time, and then it is there", async () => {
    await paper.build();
    const before = paper.output();
    paper.write("media/zqpicture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
    addPost("2026-11-24 07:30 Zqheadline", "Zqwords and [more](/zqlink/). ![Zqalt](zqpicture.svg)");
    const { changes, nextChangeAt, rendered } = await paper.build();
    expect(changes).toEqual({ added: [], changed: [], removed: [] });
    expect(rendered).toBe(0);
    expect(nextChangeAt).toBe("2026-11-24T12:30:00Z");
    expect(paper.output()).toEqual(before);
    expect(secrets()).toEqual([]);

    const now = paper.now;
    paper.now = Temporal.Instant.from("2026-11-24T12:30Z").epochMilliseconds;
    const { changes: due } = await paper.build();
    expect(due.changed).toEqual([BLOG, TODAY, FILE, ...TOLD].sort());
    expect(postsOn(BLOG)).toEqual(["post-0730", "post-0600"]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);

    paper.now = now;
    await paper.build();
    expect(postsOn(BLOG)).toEqual(["post-0600"]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
    expect(secrets().filter((file) => !file.includes("/media/zqpicture"))).toEqual([]);
  });
});

test("a preview shows a scheduled post, marked as one", async () => {
  addPost("2026-11-24 07:30 One is ahead");
  await build({ ...paper, isPreview: true }, paper.now);
  expect(postsOn(BLOG)).toEqual(["post-0730", "post-0600"]);
  expect(text(BLOG)).toContain(
    '<span><strong class="label">Scheduled</strong> One is ahead</span></h3>',
  );
  expect(text(BLOG).match(/>Scheduled</g)).toHaveLength(1);
});

test("a blog of a thousand posts keeps what browsers poll under 4 kB, with the newest of them", async () => {
  const times = Array.from({ length: 1000 }, (_, index) =>
    Temporal.PlainDateTime.from("2026-11-24T05:59:01").subtract({ minutes: index }).toString(),
  );
  const posts = times.map((time, index) => `## ${time} ${wordsOf(index)}\n\nText.\n\n`);
  paper.edit(POLLS, /$/, `\n${posts.join("")}`);
  paper.edit(POLLS, "2026-11-23\n---", "2026-11-01\n---");
  await paper.build();
  const { posts: told } = JSON.parse(text(FILE));
  expect(told).toHaveLength(20);
  expect(told[0]).toEqual({
    address: `${TODAY}#post-0600`,
    headline: "Polls open again",
    published: "2026-11-24T06:00:00-05:00",
    version: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
  expect(gzipSync(text(FILE)).byteLength).toBeLessThan(4096);
  expect(gzipSync(text(FILE)).byteLength).toBeGreaterThan(2000);
  const versions = [...text(BLOG).matchAll(/ data-version="([^"]+)"/g)].map(([, each]) => each);
  expect(told.map(({ version }: { version: string }) => version)).toEqual(versions.slice(0, 20));
});

/** Nearly three hundred characters that compress badly. */
function wordsOf(number: number): string {
  const words = Array.from({ length: 6 }, (_, index) =>
    createHash("sha256").update(`${number} ${index}`).digest("base64url"),
  );
  return words.join(" ");
}

describe("What is taken down", () => {
  test("takes the last post of a day with the page of the day, and links to it", async () => {
    await paper.build();
    paper.edit(POLLS, /## 2026-11-24 06:00[^#]*(?:#post-0800\)\.)\n\n/, "");
    const { changes, codes } = await paper.build();
    expect(changes.removed).toEqual([TODAY]);
    expect(changes.changed).toEqual(expect.arrayContaining([BLOG, YESTERDAY, "/2026/11/storm/"]));
    expect(codes).toEqual([]);
    expect(deadLinks(paper.output())).toEqual([]);
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });

  test("leaves of a withdrawn live blog its address alone", async () => {
    await paper.build();
    paper.edit(POLLS, "kind: live", "kind: live\nstatus: withdrawn\nreason: Wrong.");
    const { changes } = await paper.build();
    expect(changes.removed).toEqual(expect.arrayContaining([TODAY, YESTERDAY, FILE]));
    expect(text(BLOG)).toContain("Withdrawn");
    expect(deadLinks(paper.output())).toEqual([]);
  });

  test("leaves a story that is no live blog any more one page", async () => {
    await paper.build();
    paper.edit(POLLS, "kind: live\n", "");
    const { changes } = await paper.build();
    expect(changes.removed).toEqual([TODAY, YESTERDAY, FILE].sort());
    expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
  });
});

test("posts of one page link to each other, those of another by its address", async () => {
  addPost("2026-11-24 06:45", `As [then](#post-0600), not [before](#post-0800).`);
  await paper.build();
  for (const page of [BLOG, TODAY]) {
    expect(text(page)).toContain('As <a href="#post-0600">then</a>, not before.');
  }
});

test("what a post links to may come and go, and its page tells so", async () => {
  paper.edit(POLLS, "First votes.", "First votes in a [calm](/2026/11/calm/).");
  await paper.build();
  expect(text(YESTERDAY)).toContain("First votes in a calm.");
  paper.write(
    "stories/2026/11/calm.md",
    "---\nheadline: All calm\npublished: 2026-11-23\n---\nIt is.\n",
  );
  const { changes } = await paper.build();
  expect(text(YESTERDAY)).toContain('in a <a href="/2026/11/calm/">calm</a>.');
  expect(changes.changed).toContain(YESTERDAY);
  expect(changes.changed).not.toContain(TODAY);
});

test("links to a day are warned of while it has no posts", async () => {
  paper.edit("stories/2026/11/storm.md", "2026-11-23", "2026-11-25");
  const { problems } = await paper.build();
  expect(problems).toMatchObject([{ code: "link-dead", file: "stories/2026/11/storm.md" }]);
  expect(text("/2026/11/storm/")).toContain("It is windy where");
  addPost("2026-11-25 05:00 Early");
  await paper.build();
  expect(text("/2026/11/storm/")).toContain("It is windy where");
  paper.now += 24 * 60 * 60 * 1000;
  expect((await paper.build()).codes).toEqual([]);
  expect(text("/2026/11/storm/")).toContain(`<a href="${BLOG}2026-11-25/">windy</a>`);
});

/** Links to an id that is not on the page to which they lead. */
function deadAnchors(): string[] {
  const pages = [...paper.output()].filter(([file]) => file.endsWith(".html"));
  return pages.flatMap(([file, page]) =>
    [...page.matchAll(/ href="([^"#:]*)#([^"]+)"/g)]
      .filter(([, to, id]) => !(to === "" ? page : text(`${to}`)).includes(` id="${id}"`))
      .map(([link]) => `${file}: ${link}`),
  );
}

/** Files of output and cache that hold a word of the scheduled post. */
function secrets(): string[] {
  const entries = readdirSync(paper.folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files
    .filter((file) => !file.startsWith(paper.contentFolder) && !file.endsWith(".woff2"))
    .filter((file) => /zq[a-z]{4,}/i.test(file + readFileSync(file, "latin1")));
}
