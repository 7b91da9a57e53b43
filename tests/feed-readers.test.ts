import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import Parser from "rss-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { typographic } from "../src/markup/typographic.ts";
import { PROJECT_FOLDER } from "./support/paper-from.ts";
import { useSamplePaper } from "./support/sample-paper.ts";

const CONTENT = join(PROJECT_FOLDER, "content");
const output = useSamplePaper();

/** What a reader of feeds finds of a story. */
interface Found {
  readonly title: string;
  readonly authors: readonly string[];
  readonly at: number;
  readonly modifiedAt: number;
  readonly section: string;
  readonly text: string;
}

type Front = Readonly<Record<string, string>> & {
  readonly byline: string | readonly string[];
  readonly corrections?: readonly { readonly date: string }[];
};

const STORIES = {
  news: "2001/07/ivanov-russia-ready-for-defense-talks",
  analysis: "2001/07/what-the-abm-treaty-forbids",
  opinion: "2001/07/let-the-summits-leave-the-cities",
  corrected: "2001/07/demonstrator-killed-in-genoa",
  "in Russian": "2001/07/rossiya-i-kitay-podpisali-dogovor",
  "in Arabic": "2001/06/wilaya-thaniya-li-kofi-annan",
};

function frontOf(slug: string): Front {
  const [, yaml] = readFileSync(join(CONTENT, `stories/${slug}.md`), "utf8").split("---\n");
  return parse(yaml as string);
}

function settings(): { sections: Record<string, { name: string }>; name: string } {
  return parse(readFileSync(join(CONTENT, "site.yaml"), "utf8"));
}

function authorName(key: string): string {
  const [, yaml] = readFileSync(join(CONTENT, `authors/${key}.md`), "utf8").split("---\n");
  return parse(yaml as string).name;
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, "");
}

/** In the paper's zone a day begins at four o'clock UTC in summer. */
function instantOf(date: string): number {
  return date.includes("T") ? Date.parse(date) : Date.parse(`${date}T04:00Z`);
}

/** By the address of the story. */
const READERS: Record<string, (text: (file: string) => string) => Promise<Map<string, Found>>> = {
  "rss-parser, RSS": async (text) => byLink((await RSS_PARSER.parseString(text("feed.xml"))).items),
  "rss-parser, Atom": async (text) =>
    byLink((await RSS_PARSER.parseString(text("atom.xml"))).items),
  "feedsmith, RSS": async (text) =>
    new Map(
      (parseRssFeed(text("feed.xml")).items ?? []).map((item) => [
        String(item.link),
        {
          title: String(item.title),
          authors: item.dc?.creators ?? [],
          at: Date.parse(String(item.pubDate)),
          modifiedAt: Date.parse(String(item.atom?.updated)),
          section: String(item.categories?.[0]?.name),
          text: textOf(String(item.content?.encoded)),
        },
      ]),
    ),
  "feedsmith, Atom": async (text) =>
    new Map(
      (parseAtomFeed(text("atom.xml")).entries ?? []).map((entry) => [
        String(entry.links?.find(({ rel }) => rel === "alternate")?.href),
        {
          title: String(entry.title?.value),
          authors: (entry.authors ?? []).map(({ name }) => String(name)),
          at: Date.parse(String(entry.published)),
          modifiedAt: Date.parse(String(entry.updated)),
          section: String(entry.categories?.[0]?.term),
          text: textOf(String(entry.content?.value)),
        },
      ]),
    ),
  "feedsmith, JSON": async (text) =>
    new Map(
      (parseJsonFeed(text("feed.json")).items ?? []).map((item) => [
        String(item.url),
        {
          title: String(item.title),
          authors: (item.authors ?? []).map(({ name }) => String(name)),
          at: Date.parse(String(item.date_published)),
          modifiedAt: Date.parse(String(item.date_modified)),
          section: String(item.tags?.[0]),
          text: textOf(String(item.content_html)),
        },
      ]),
    ),
};

const RSS_PARSER = new Parser<object, Record<string, unknown>>({
  customFields: {
    item: [
      ["dc:creator", "creators", { keepArray: true }],
      ["author", "authors", { keepArray: true }],
      ["category", "terms", { keepArray: true }],
      ["atom:updated", "modified"],
      ["updated", "updated"],
      ["published", "published"],
      ["content:encoded", "encoded"],
    ],
  },
});

function byLink(items: readonly Record<string, unknown>[]): Map<string, Found> {
  return new Map(
    items.map((item) => {
      const creators = item.creators as string[] | undefined;
      const authors = item.authors as { name: string[] }[] | undefined;
      const [term] = item.terms as (string | { $: { term: string } })[];
      return [
        String(item.link),
        {
          title: String(item.title),
          authors: creators ?? (authors ?? []).flatMap(({ name }) => name),
          at: Date.parse(String(item.pubDate)),
          modifiedAt: Date.parse(String(item.modified ?? item.updated)),
          section: typeof term === "string" ? term : String(term?.$.term),
          text: textOf(String(item.encoded ?? item.content)),
        },
      ];
    }),
  );
}

describe.each(Object.entries(READERS))("C5, C6, C7: %s finds a story", (_reader, read) => {
  let found: Map<string, Found>;
  beforeAll(async () => {
    found = await read((file) => readFileSync(join(output(), file), "utf8"));
  });

  test.each(Object.entries(STORIES))("%s, as its front matter says", (_kind, slug) => {
    const front = frontOf(slug);
    const dates = [front.published, front.updated, ...(front.corrections ?? []).map((c) => c.date)];
    const { text, ...rest } = found.get(`https://dateline.example/${slug}/`) as Found;
    expect(rest).toEqual({
      title: typographic(front.headline as string),
      authors: [front.byline].flat().map(authorName),
      at: instantOf(front.published as string),
      modifiedAt: Math.max(...dates.filter((date) => date !== undefined).map(instantOf)),
      section: settings().sections[front.section as string]?.name,
    });
    if (front.dateline !== undefined) expect(text.startsWith(`${front.dateline} — `)).toBe(true);
  });
});

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
    expect(feed.title, file).toContain(settings().name);
    expect(feed.link, file).toMatch(/^https:/);
  }
});
