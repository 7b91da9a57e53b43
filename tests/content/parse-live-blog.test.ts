import { describe, expect, test } from "vitest";
import { parseStory } from "../../src/content/parse-story.ts";
import type { LiveBlog } from "../../src/model/live-blog.ts";
import type { PublishedStory } from "../../src/model/story.ts";
import { contextWith, storyText } from "./sample-context.ts";

const at = (iso: string) => Date.parse(iso);
const KEYS = "kind: live\npublished: 2026-11-23";

/** Polls in the paper's zone, five hours behind London; it is seven in the morning. */
const BODY = `Rome [votes](/about/).

- Polls close at 11.

## 2026-11-24 06:30:10 Polls open again ##

See [the map](/2026/11/map/). ![Pier](2026/pier.jpg)

## 2026-11-24T06:00:00-05:00

Long queues.

## 2026-11-23 23:59 The first day ends

Good night.

## 2026-11-24 07:01 One is ahead

![Waves](storm.jpg) and [a secret](/secret/).
`;

function parse(keys = KEYS, body = BODY, changes: Parameters<typeof contextWith>[0] = {}) {
  return parseStory("stories/2026/11/polls.md", storyText(keys, body), contextWith(changes));
}

function blogOf(body = BODY, keys = KEYS): LiveBlog {
  return parse(keys, body).story?.live as LiveBlog;
}

describe("A live blog", () => {
  test("has the posts whose time has come, newest first", () => {
    const { posts } = blogOf();
    expect(posts).toMatchObject([
      {
        id: "post-063010",
        at: at("2026-11-24T11:30:10Z"),
        day: "2026-11-24",
        headline: "Polls open again",
        links: ["/2026/11/map/"],
        pictures: ["2026/pier.jpg"],
      },
      { id: "post-0600", day: "2026-11-24", links: [], pictures: [] },
      { id: "post-2359", day: "2026-11-23", headline: "The first day ends" },
    ]);
    expect(posts[1]).not.toHaveProperty("headline");
  });

  test("was modified by its newest post, and not by one that nobody may see", () => {
    expect(parse().story?.publication).toMatchObject({ modifiedAt: at("2026-11-24T11:30:10Z") });
  });

  test("tells nothing of a post whose time has not come but when that is", () => {
    const { story, dueAt, problems } = parse();
    const known = JSON.stringify(story);
    for (const word of ["secret", "storm.jpg", "0701", "ahead"]) expect(known).not.toContain(word);
    expect(known).toBe(JSON.stringify(parse(KEYS, BODY.replace("secret/", "more/")).story));
    expect(dueAt).toContain(at("2026-11-24T12:01Z"));
    expect(problems.map(({ code }) => code)).toEqual(["post-order"]);
  });

  test("says at which instants it is another one, none of them before its own", () => {
    expect(parse().dueAt.toSorted()).toEqual(
      ["2026-11-23T05:00Z", "2026-11-24T04:59Z", "2026-11-24T11:00Z", "2026-11-24T11:30:10Z"]
        .concat("2026-11-24T12:01Z")
        .map(at),
    );
    const embargoed = `${KEYS}\nembargo: 2026-11-25T09:00Z`;
    expect(parse(embargoed).dueAt).toEqual([at("2026-11-25T09:00Z")]);
    expect(parse(`${KEYS}\nstatus: draft`).dueAt).toEqual([]);
  });

  test("shows all posts in a preview, those of the future marked", () => {
    const { story } = parse(KEYS, BODY, { isPreview: true });
    const { live, publication } = story as PublishedStory;
    expect(live?.posts.map(({ preview }) => preview)).toEqual([
      "scheduled",
      undefined,
      undefined,
      undefined,
    ]);
    expect(publication.modifiedAt).toBe(at("2026-11-24T11:30:10Z"));
  });

  test("knows a post by its own text, wherever it stands and whatever else changes", () => {
    const post = "## 2026-11-24 06:00 Long queues\n\nIn all of Rome.";
    const hash = blogOf(post).posts[0]?.hash;
    const others = [
      `In short.\n\n${post}\n`,
      `${post}\n\n\n## 2026-11-24 05:00 Earlier\n`,
      `## 2026-11-24 06:10 Later\n\nMore.\n\n\n${post}`,
      post.replace("\n\nIn", "\nIn"),
    ];
    for (const other of others) {
      expect(blogOf(other).posts.map((each) => each.hash)).toContain(hash);
    }
    expect(blogOf(post.replace("Rome", "Italy")).posts[0]?.hash).not.toBe(hash);
    expect(blogOf(post.replace("Long", "Short")).posts[0]?.hash).not.toBe(hash);
  });

  test("may have no posts yet, and any lines", () => {
    expect(blogOf("Rome votes.").posts).toEqual([]);
    expect(blogOf("").posts).toEqual([]);
    expect(
      blogOf("## 2026-11-24 06:00 A\r\n\r\nB.\r\n\r\n## 2026-11-24 05:00\r\nC.").posts,
    ).toHaveLength(2);
  });

  test("is told from a list of headings that another story has", () => {
    const { story, problems } = parse(
      "published: 2026-11-23",
      "## 2026-11-24 05:00 Polls\n\nThey.",
    );
    expect(story).not.toHaveProperty("live");
    expect(problems).toEqual([]);
  });
});
