import type { PagefindIndex } from "pagefind";
import { stampText } from "../../layouts/parts/dates.ts";
import { kindText } from "../../layouts/parts/kind-label.ts";
import type { SearchedStory } from "../archive/search-records.ts";
import { typographic } from "../markup/typographic.ts";
import { isoIn } from "../model/instant.ts";
import type { Period } from "../model/list.ts";
import type { PublishedStory } from "../model/story.ts";
import { type BundleList, type LanguageIndex, LIST_FILE } from "./bundle-list.ts";

export interface BundleFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A part of the search index that can be made and searched by itself. */
export interface Bundle extends BundleList {
  readonly name: Period;
  readonly files: readonly BundleFile[];
}

/**
 * Makes a bundle of stories in order of path, whose texts are read one at a time; none where one can't be read.
 *
 * Pagefind keeps languages apart and names every file after its language. So bundles can lie in one folder
 * with one copy of the code: their stories' language has the bundle's name as a subtag, `en-x-2001-07`.
 */
export async function makeBundle(
  name: Period,
  zone: string,
  stories: readonly SearchedStory[],
  readText: (story: PublishedStory) => string | undefined,
): Promise<Bundle | undefined> {
  const { close, createIndex } = await import("pagefind");
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(`Pagefind: ${errors.join(" ")}`);
    for (const { story } of stories) {
      const text = readText(story);
      if (text === undefined) return undefined;
      await addStory(index, name, zone, story, text);
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`Pagefind: ${faults.join(" ")}`);
    return bundleOf(name, files);
  } finally {
    // Its process gives memory back by ending.
    await close();
  }
}

async function addStory(
  index: PagefindIndex,
  bundle: Period,
  zone: string,
  story: PublishedStory,
  content: string,
): Promise<void> {
  const { address, headline, language, section, publication } = story;
  const label = kindText(story);
  const { errors } = await index.addCustomRecord({
    url: address,
    content,
    language: `${language.split("-", 1)[0]}-x-${bundle}`,
    meta: { title: typographic(headline) },
    // Of these only the section is filtered by. What is in `meta` would be found by words.
    filters: {
      ...(section !== undefined && { section: [section] }),
      ...(label !== undefined && { label: [label] }),
      language: [language],
      at: [isoIn(zone, publication.at)],
      stamp: [stampText(zone, publication)],
    },
    sort: { at: new Date(publication.at).toISOString() },
  });
  if (errors.length > 0) throw new Error(`Pagefind: ${story.path}: ${errors.join(" ")}`);
}

/** Goes up when records are made otherwise. */
export const RECORD_RULES = 2;

const SEARCHED =
  /^(pagefind-worker\.js|wasm\..+|pagefind\..+\.pf_meta|(index|filter|fragment)\/.+)$/;

function bundleOf(name: Period, made: readonly BundleFile[]): Bundle {
  const entry = made.find(({ path }) => path === LIST_FILE)?.content ?? new Uint8Array();
  const { languages, ...rest } = JSON.parse(new TextDecoder().decode(entry));
  const files = made
    .filter(({ path }) => SEARCHED.test(path))
    .map(({ path, content }) => ({ path: path.replace(WASM, "wasm.$1.pagefind"), content }));
  const shared = Object.entries<LanguageIndex>(languages).map(([tag, index]) => [
    tag,
    { ...index, wasm: index.wasm && languageOf(index.wasm) },
  ]);
  return {
    name,
    ...rest,
    languages: Object.fromEntries(shared.toSorted()),
    files,
  };
}

/** Pagefind's code for a language is the same in every bundle. */
const WASM = /^wasm\.([a-z]+)-x-.*\.pagefind$/;

function languageOf(tag: string): string {
  return tag.split("-", 1)[0] as string;
}
