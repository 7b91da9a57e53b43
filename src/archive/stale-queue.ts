import { livePages } from "../model/filing.ts";
import { authorList } from "../model/list.ts";
import {
  editorsPage,
  frontPage,
  PAGE_KINDS,
  type Page,
  type PageKind,
  storyPage,
} from "../model/page.ts";
import { filesOfMoves } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import { isPublished } from "../model/story.ts";
import { LongMap } from "./long-map.ts";
import { listLikeOwners } from "./moves.ts";
import { newestPages } from "./newest-pages.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";
import { publishedPage } from "./published-pages.ts";
import { storedStory } from "./stored-stories.ts";
import { resolveAddress } from "./wanted-pages.ts";

const RECENT = 10_000;

/** Collects the pages that one build's changes can touch, each once. Must be told of a page before it changes. */
export class StaleQueue {
  readonly #archive: Archive;
  readonly #site: Site;
  /** The last pages but stories that were queued: nearly all that the next story touches are among them. */
  readonly #recent = new Set<string>();

  /** Where links to touched pages led before the build, if any text has some. */
  readonly #targets = new LongMap<string | undefined>();

  constructor(archive: Archive, site: Site) {
    this.#archive = archive;
    this.#site = site;
  }

  /** Queues a page. */
  add(page: Page): void {
    if (page.kind !== "story" && page.kind !== "share-image") {
      if (this.#recent.has(page.address)) return;
      if (this.#recent.size === RECENT) this.#recent.clear();
      this.#recent.add(page.address);
    }
    queuePage(this.#archive, page);
    // A page that comes to stand at a story's old address counts more, and less when it goes.
    for (const owner of listLikeOwners(this.#archive, page.address)) {
      for (const file of filesOfMoves(owner)) queuePage(this.#archive, file);
    }
    if (!isLinked(this.#archive, page.address) || this.#targets.has(page.address)) return;
    this.#targets.set(page.address, this.#targetOf(page.address));
  }

  /** Queues the pages whose text links to one that came, went or moved. To be asked when all is recorded. */
  addLinking(): void {
    for (const [address, target] of this.#targets) {
      if (target !== this.#targetOf(address)) this.addMentioning("link", address);
    }
  }

  #targetOf(address: string): string | undefined {
    return resolveAddress(this.#archive, this.#site, address);
  }

  /** Queues the pages and feeds whose text links to an address or shows a picture. */
  addMentioning(kind: "link" | "picture", target: string): void {
    const { sql } = this.#archive;
    for (const row of sql.iterate`SELECT path FROM mentions WHERE kind = ${kind} AND target = ${target}`) {
      const path = String(row.path);
      for (const page of pagesOfSource(this.#archive, path)) queuePage(this.#archive, page);
    }
  }
}

/** The pages that show the text of a file of the content folder. */
function pagesOfSource(archive: Archive, path: string): Page[] {
  if (path.startsWith("pages/")) return [editorsPage(path)];
  if (path.startsWith("authors/")) {
    return [frontPage(authorList(path.slice("authors/".length, -".md".length)))];
  }
  const story = storedStory(archive, path)?.story;
  if (story === undefined || !isPublished(story)) return [storyPage(path)];
  return [storyPage(path), ...livePages(story), ...newestPages(archive, story)];
}

function isLinked({ sql }: Archive, address: string): boolean {
  const row = sql.get`SELECT 1 FROM mentions WHERE kind = 'link' AND target = ${address} LIMIT 1`;
  return row !== undefined;
}

/** Queues a page once; a file that nobody knew gives way to one that is to stand there. */
export function queuePage({ sql }: Archive, page: Page): void {
  const rank = PAGE_KINDS.indexOf(page.kind);
  sql.run`
    INSERT INTO queue VALUES (${rank}, ${page.address}, ${page.kind}, ${page.subject}, NULL)
    ON CONFLICT (address) DO UPDATE SET (rank, kind, subject) = (excluded.rank, excluded.kind, excluded.subject)
    WHERE kind = 'stray'`;
}

/** Notes what a queued page shows until it is published as it is recorded now: what readers see may be kept. */
export function noteShown<T>({ sql }: Archive, address: string, source: T): void {
  sql.run`
    UPDATE queue SET shown = coalesce(shown, ${JSON.stringify(source)}) WHERE address = ${address}`;
}

/** Notes that what a queued page shows must not be kept, nor any word of it here. */
export function forgetShown({ sql }: Archive, address: string): void {
  sql.run`UPDATE queue SET shown = '' WHERE address = ${address}`;
}

/**
 * The story or editors' page that readers see at an address; `undefined` where nothing may be kept.
 * @param recorded it is this one, unless the page is still queued since another was recorded.
 */
export function shownSource<T>(archive: Archive, address: string, recorded: T): T | undefined {
  const hash = publishedPage(archive, address)?.hash ?? "";
  if (hash === "") return undefined;
  const row = archive.sql.get`SELECT shown FROM queue WHERE address = ${address}`;
  const shown = row?.shown ?? null;
  if (shown === null) return recorded;
  return shown === "" ? undefined : parseStored(shown);
}

/** The queue in the order of publication, a part at a time, so that pages can leave it meanwhile. */
export function* listQueuedPages({ sql }: Archive, kind?: PageKind): Generator<Page> {
  const partLength = 500;
  let [rank, address] = kind === undefined ? [-1, ""] : [PAGE_KINDS.indexOf(kind), ""];
  const last = kind === undefined ? PAGE_KINDS.length : rank;
  for (;;) {
    const rows = sql.all`
      SELECT rank, address, kind, subject FROM queue
      WHERE (rank, address) > (${rank}, ${address}) AND rank <= ${last}
      ORDER BY rank, address LIMIT ${partLength}`;
    for (const row of rows) {
      [rank, address] = [Number(row.rank), String(row.address)];
      yield { kind: row.kind as PageKind, address, subject: String(row.subject) };
    }
    if (rows.length < partLength) return;
  }
}

export function leaveQueue({ sql }: Archive, address: string): void {
  sql.run`DELETE FROM queue WHERE address = ${address}`;
}

export function countQueued({ sql }: Archive): number {
  return Number(sql.get`SELECT count(*) AS n FROM queue`?.n);
}

/** Queues files of the output folder that nobody knows, unless something is to stand there. */
export function queueStrays({ sql }: Archive): void {
  sql.run`
    INSERT OR IGNORE INTO queue SELECT ${PAGE_KINDS.indexOf("stray")}, address, kind, subject, NULL
    FROM pages WHERE kind = 'stray'`;
}

/** Pictures that a queued page is to show and that were not read yet. */
export function* listUnreadPictures({ sql }: Archive): Generator<string> {
  const rows = sql.iterate`
    SELECT subject FROM queue WHERE kind = 'picture'
    AND EXISTS (SELECT 1 FROM mentions WHERE kind = 'picture' AND target = subject)
    AND NOT EXISTS (SELECT 1 FROM files WHERE path = 'media/' || subject) ORDER BY subject`;
  for (const { subject } of rows) yield String(subject);
}

/** Paths of the stories, authors and editors' pages that show a picture. */
export function* listShowing({ sql }: Archive, src: string): Generator<string> {
  const rows = sql.iterate`SELECT path FROM mentions WHERE kind = 'picture' AND target = ${src}`;
  for (const { path } of rows) yield String(path);
}
