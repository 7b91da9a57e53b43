import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import Parser from "rss-parser";

/** What a reader of feeds finds of a story. Some look for less than others. */
export interface Found {
  readonly title: string;
  readonly authors: readonly string[];
  readonly at: number;
  readonly modifiedAt?: number;
  readonly section?: string;
  /** Address of the picture. */
  readonly picture?: string | undefined;
  /** Without markup. */
  readonly text: string;
}

/** By the address of the story. */
type Findings = ReadonlyMap<string, Found>;

/** That of Debian, whose packages no other one sees. */
const PYTHON = "/usr/bin/python3";

/** Libraries, which are there wherever the tests are; each reads a file of the paper. */
export const LIBRARIES: Record<string, (folder: string) => Promise<Findings>> = {
  "rss-parser, RSS": (folder) => withRssParser(join(folder, "feed.xml")),
  "rss-parser, Atom": (folder) => withRssParser(join(folder, "atom.xml")),
  "feedsmith, RSS": async (folder) => {
    const { items = [] } = parseRssFeed(readFileSync(join(folder, "feed.xml"), "utf8"));
    return findings(items, (item) => [
      item.link,
      {
        title: String(item.title),
        authors: item.dc?.creators ?? [],
        at: Date.parse(String(item.pubDate)),
        modifiedAt: Date.parse(String(item.atom?.updated)),
        section: String(item.categories?.[0]?.name),
        picture: item.media?.contents?.[0]?.url,
        text: textOf(item.content?.encoded),
      },
    ]);
  },
  "feedsmith, Atom": async (folder) => {
    const { entries = [] } = parseAtomFeed(readFileSync(join(folder, "atom.xml"), "utf8"));
    return findings(entries, (entry) => [
      entry.links?.find(({ rel }) => rel === "alternate")?.href,
      {
        title: String(entry.title?.value),
        authors: (entry.authors ?? []).map(({ name }) => String(name)),
        at: Date.parse(String(entry.published)),
        modifiedAt: Date.parse(String(entry.updated)),
        section: String(entry.categories?.[0]?.term),
        picture: entry.links?.find(({ rel }) => rel === "enclosure")?.href,
        text: textOf(entry.content?.value),
      },
    ]);
  },
  "feedsmith, JSON": async (folder) => {
    const { items = [] } = parseJsonFeed(readFileSync(join(folder, "feed.json"), "utf8"));
    return findings(items, (item) => [
      item.url,
      {
        title: String(item.title),
        authors: (item.authors ?? []).map(({ name }) => String(name)),
        at: Date.parse(String(item.date_published)),
        modifiedAt: Date.parse(String(item.date_modified)),
        section: String(item.tags?.[0]),
        picture: item.image,
        text: textOf(item.content_html),
      },
    ]);
  },
};

/** Programs of Debian, by the package that has them: what of them is there. */
export const PROGRAMS: Record<string, Program> = {
  newsboat: { isInstalled: runs("newsboat", ["-v"]), read: withNewsboat, isOneAuthorKnown: true },
  sfeed: { isInstalled: runs("sfeed", []), read: withSfeed, isOneAuthorKnown: true },
  "python3-feedparser": {
    isInstalled: runs(PYTHON, ["-c", "import feedparser"]),
    read: withFeedparser,
  },
};

interface Program {
  readonly isInstalled: boolean;
  readonly read: (feed: string) => Findings;
  /** Of several authors it tells one. */
  readonly isOneAuthorKnown?: boolean;
}

function findings<Item>(
  items: readonly Item[],
  find: (item: Item) => [string | undefined, Found],
): Findings {
  return new Map(
    items.map((item) => {
      const [url, found] = find(item);
      return [String(url), found];
    }),
  );
}

function textOf(html: string | undefined): string {
  return String(html)
    .replace(/<[^>]+>/g, "")
    .trim();
}

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

async function withRssParser(file: string): Promise<Findings> {
  const { items } = await RSS_PARSER.parseString(readFileSync(file, "utf8"));
  return findings(items, (item) => {
    const creators = item.creators as string[] | undefined;
    const authors = item.authors as { name: string[] }[] | undefined;
    const [term] = item.terms as (string | { $: { term: string } })[];
    return [
      item.link,
      {
        title: String(item.title),
        authors: creators ?? (authors ?? []).flatMap(({ name }) => name),
        at: Date.parse(String(item.pubDate)),
        modifiedAt: Date.parse(String(item.modified ?? item.updated)),
        section: typeof term === "string" ? term : String(term?.$.term),
        text: textOf((item.encoded ?? item.content) as string),
      },
    ];
  });
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { input: "" }).status === 0;
}

/** It keeps what it has read in a database. */
function withNewsboat(feed: string): Findings {
  const home = mkdtempSync(join(tmpdir(), "newsboat-"));
  try {
    const [urls, cache] = [join(home, "urls"), join(home, "cache.db")];
    writeFileSync(urls, `file://${feed}\n`);
    const args = ["-C", "/dev/null", "-u", urls, "-c", cache, "-x", "reload"];
    output("newsboat", args, { env: { ...process.env, HOME: home } });
    using database = new DatabaseSync(cache);
    const rows = database.prepare("SELECT title, url, author, pubDate, content FROM rss_item");
    return findings(rows.all(), ({ title, url, author, pubDate, content }) => [
      String(url),
      {
        title: String(title),
        authors: String(author).split(", "),
        at: Number(pubDate) * 1000,
        text: textOf(String(content)),
      },
    ]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** It writes a line for each story. */
function withSfeed(feed: string): Findings {
  const lines = output("sfeed", [], { input: readFileSync(feed) })
    .trim()
    .split("\n");
  return findings(lines, (line) => {
    const [at, title, url, content, , , author, , categories] = line.split("\t");
    return [
      url,
      {
        title: String(title),
        authors: [String(author)],
        at: Number(at) * 1000,
        section: String(categories).split("|")[0] as string,
        text: textOf(content?.replaceAll("\\n", "\n")),
      },
    ];
  });
}

const ASK_FEEDPARSER = `
import calendar, feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
assert not feed.bozo, feed.bozo_exception
def picture(entry):
    links = [link.href for link in entry.links if link.rel == "enclosure"]
    return (links + [media["url"] for media in entry.get("media_content", [])] + [None])[0]
print(json.dumps([[entry.link, {
    "title": entry.title,
    "authors": [author.name for author in entry.authors],
    "at": calendar.timegm(entry.published_parsed) * 1000,
    "modifiedAt": calendar.timegm(entry.updated_parsed) * 1000,
    "section": entry.tags[0].term,
    "picture": picture(entry),
    "text": entry.content[0].value,
}] for entry in feed.entries]))
`;

function withFeedparser(feed: string): Findings {
  const entries: [string, Found][] = JSON.parse(output(PYTHON, ["-c", ASK_FEEDPARSER, feed]));
  return findings(entries, ([url, { picture, text, ...found }]) => [
    url,
    { ...found, picture: picture ?? undefined, text: textOf(text) },
  ]);
}

function output(command: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return String(stdout);
}
