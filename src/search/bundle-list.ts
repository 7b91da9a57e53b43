import { hashOf } from "../archive/hash-of.ts";
import type { Period } from "../model/list.ts";
import { compareText } from "../model/problem.ts";

/** One language's part of a bundle, as Pagefind's own list of indexes has it. */
export interface LanguageIndex {
  readonly hash: string;
  readonly wasm: string | null;
  readonly page_count: number;
}

/** Pagefind's list of indexes, of all bundles or of one: what is not in it is not searched. */
export interface BundleList {
  readonly version: string;
  readonly include_characters: readonly string[];
  /** By the language's tag, which names the bundle. */
  readonly languages: Readonly<Record<string, LanguageIndex>>;
}

export const LIST_FILE = "pagefind-entry.json";

/** The list as browsers get it. Its edition is the same for the same indexes, so that they may be kept. */
export function listText({ version, include_characters, languages }: BundleList): string {
  const sorted = Object.fromEntries(Object.entries(languages).toSorted(newestFirst));
  const edition = hashOf(JSON.stringify(sorted)).slice(0, 8);
  return JSON.stringify({ version, include_characters, edition, languages: sorted });
}

export function bundlesIn({ languages }: BundleList): Set<Period> {
  return new Set(Object.keys(languages).map(bundleOfTag));
}

/** The list with those bundles alone that pass. */
export function keepBundles(list: BundleList, isKept: (bundle: Period) => boolean): BundleList {
  const { version, include_characters, languages } = list;
  const kept = Object.entries(languages).filter(([tag]) => isKept(bundleOfTag(tag)));
  return { version, include_characters, languages: Object.fromEntries(kept) };
}

/** `en-x-2001-07` is of the bundle `2001-07`. */
function bundleOfTag(tag: string): Period {
  return tag.slice(tag.indexOf("-x-") + "-x-".length);
}

function newestFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(bundleOfTag(b), bundleOfTag(a)) || compareText(a, b);
}
