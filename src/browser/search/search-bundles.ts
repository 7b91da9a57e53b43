import { BundleWorker, type Found, type Fragment } from "./bundle-worker.ts";

/** What a reader looks for. */
export interface Query {
  readonly words: string;
  /** Key, or empty for all. */
  readonly section: string;
  /** Or empty for all. */
  readonly year: string;
}

/** Stories that were found further back, newest first. */
export interface Findings {
  readonly stories: readonly Fragment[];
  /** How many there are in all bundles that were searched. */
  readonly found: number;
  /** Newest and oldest bundle that was searched: `2026-11`, `2001`. */
  readonly from: string;
  readonly to: string;
  /** Whether bundles are left to be searched. */
  readonly hasOlder: boolean;
  readonly isOver: boolean;
}

interface List {
  readonly edition: string;
  readonly languages: Readonly<Record<string, unknown>>;
}

/** One of a bundle's languages, with what was found in it. */
interface Stack {
  readonly worker: BundleWorker;
  readonly results: Found["results"];
  /** Of the first results, those that were asked for. */
  readonly reading: Promise<Fragment>[];
  /** So many were taken. */
  taken: number;
}

/** So many results are read ahead, all at a time. */
const AHEAD = 10;

/** So many bundles are searched in vain before the reader is asked whether to go on. */
const MOST_BUNDLES = 6;

/** Searches the bundles one after the other, newest first, and the older ones only when it is asked for more. */
export class BundleSearch {
  readonly #folder: string;
  readonly #query: Query;
  readonly #list: List;
  /** Not searched yet. */
  readonly #bundles: string[];
  readonly #from: string;
  #to: string;
  #found = 0;
  #stacks: Stack[] = [];

  private constructor(folder: string, query: Query, list: List) {
    this.#folder = folder;
    this.#query = query;
    this.#list = list;
    this.#bundles = bundlesOf(list).filter((name) => name.startsWith(query.year));
    this.#from = this.#bundles[0] ?? query.year;
    this.#to = this.#from;
  }

  /** @throws where there is no index. */
  static async start(folder: string, query: Query): Promise<BundleSearch> {
    const response = await fetch(`${folder}pagefind-entry.json`, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return new BundleSearch(folder, query, await response.json());
  }

  /** The next stories: so many, or fewer where the reader should be told how far back it went. */
  async next(count: number): Promise<Findings> {
    const stories: Fragment[] = [];
    for (let searched = 0; stories.length < count; ) {
      const story = await this.#newest();
      if (story !== undefined) stories.push(story);
      else if (this.#bundles.length === 0 || searched++ === MOST_BUNDLES) break;
      else await this.#open(this.#bundles.shift() as string);
    }
    const isUsedUp = this.#stacks.every(({ taken, results }) => taken === results.length);
    const hasOlder = this.#bundles.length > 0;
    const isOver = !hasOlder && isUsedUp;
    return { stories, found: this.#found, from: this.#from, to: this.#to, hasOlder, isOver };
  }

  end(): void {
    for (const { worker } of this.#stacks) worker.end();
    this.#stacks = [];
  }

  async #open(bundle: string): Promise<void> {
    this.end();
    const { edition, languages } = this.#list;
    const tags = Object.keys(languages).filter((tag) => bundleOf(tag) === bundle);
    const { words, section } = this.#query;
    this.#stacks = await Promise.all(
      tags.map(async (tag) => {
        const worker = new BundleWorker(this.#folder, tag, edition);
        const { results } = await worker.search(words, section);
        return { worker, results, reading: [], taken: 0 };
      }),
    );
    this.#to = bundle;
    for (const { results } of this.#stacks) this.#found += results.length;
  }

  /** Takes the newest story of all languages. */
  async #newest(): Promise<Fragment | undefined> {
    const firsts = await Promise.all(this.#stacks.map(firstOf));
    const stories = firsts.filter((story) => story !== undefined);
    const newest = stories.toSorted((a, b) => instantOf(b) - instantOf(a))[0];
    const stack = newest && this.#stacks[firsts.indexOf(newest)];
    if (stack !== undefined) stack.taken++;
    return newest;
  }
}

async function firstOf(stack: Stack): Promise<Fragment | undefined> {
  const { worker, results, reading, taken } = stack;
  if (reading.length <= taken) {
    const ahead = results.slice(taken, taken + AHEAD);
    reading.push(...ahead.map((result) => worker.read(result)));
  }
  return reading[taken];
}

function instantOf({ filters }: Fragment): number {
  return Date.parse(filters.at[0] ?? "");
}

/** `en-x-2001-07` is of the bundle `2001-07`. */
function bundleOf(tag: string): string {
  return tag.slice(tag.indexOf("-x-") + "-x-".length);
}

/** Newest first. A year that is there as one bundle stands for those of its months. */
function bundlesOf({ languages }: List): string[] {
  const names = new Set(Object.keys(languages).map(bundleOf));
  return [...names]
    .filter((name) => name.length === 4 || !names.has(name.slice(0, 4)))
    .toSorted()
    .toReversed();
}
