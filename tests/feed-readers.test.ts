import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Parser from "rss-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { type Found, LIBRARIES, PROGRAMS } from "./support/feed-readers.ts";
import { useSamplePaper } from "./support/sample-paper.ts";
import { TOLD_STORIES, toldStory } from "./support/told-story.ts";

const output = useSamplePaper();

describe.each(Object.entries(LIBRARIES))("C5, C6, C7: %s finds a story", (_reader, read) => {
  let found: ReadonlyMap<string, Found>;
  beforeAll(async () => {
    found = await read(output());
  });

  test.each(TOLD_STORIES)("%s, as its front matter says", (name) => {
    expectTold(name, found);
  });
});

describe.each(Object.entries(PROGRAMS))(
  "C5, C6: %s finds",
  (name, { isInstalled, read, isOneAuthorKnown }) => {
    test.for(["feed.xml", "atom.xml"])(
      "in %s the stories as their front matter says",
      (file, { skip }) => {
        skip(!isInstalled, `${name} is not installed: apt-get install ${name}`);
        const found = read(join(output(), file));
        for (const story of TOLD_STORIES) expectTold(story, found, isOneAuthorKnown);
      },
    );
  },
);

function expectTold(
  name: string,
  found: ReadonlyMap<string, Found>,
  isOneAuthorKnown = false,
): void {
  const told = toldStory(name);
  const { text, picture, authors, ...rest } = found.get(told.url) as Found & { picture?: string };
  const { headline: title, published: at, modified: modifiedAt, section } = told;
  expect({ title, at, modifiedAt, section }).toMatchObject(rest);
  expect(told.authors).toEqual(isOneAuthorKnown ? expect.arrayContaining([...authors]) : authors);
  if (told.dateline !== undefined) expect(text.startsWith(`${told.dateline} — `)).toBe(true);
  if (picture !== undefined && told.picture !== undefined) {
    const { name, isDrawing } = told.picture;
    expect(picture).toContain(`https://dateline.example/media/${name}${isDrawing ? "." : "-960."}`);
  }
}

test("C5.1, C5.2: every feed of the sample paper is well formed, newest first, and each id in it is there once", async () => {
  const feeds = readdirSync(output(), { recursive: true, encoding: "utf8" }).filter((file) =>
    /(feed|atom)\.xml$/.test(file),
  );
  expect(feeds.length).toBeGreaterThan(30);
  for (const file of feeds) {
    const feed = await new Parser().parseString(readFileSync(join(output(), file), "utf8"));
    const ids = feed.items.map((item) => item.guid ?? (item as { id?: string }).id);
    expect(new Set(ids).size, file).toBe(ids.length);
    const dates = feed.items.map(({ isoDate }) => isoDate as string);
    expect(dates, file).toEqual(dates.toSorted().reverse());
    expect(feed.title, file).toContain("Dateline");
    expect(feed.link, file).toMatch(/^https:/);
  }
});
