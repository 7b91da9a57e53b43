import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { hashOf } from "../archive/hash-of.ts";
import type { Period } from "../model/list.ts";
import { SEARCH_FOLDER } from "../model/page.ts";
import { compareText } from "../model/problem.ts";
import { syncFileSystem } from "../publish/sync-file-system.ts";
import type { Bundle, BundleFile, LanguageIndex } from "./make-bundle.ts";

/** Pagefind's list of indexes: what is not in it is not searched. */
interface Entry {
  readonly version: string;
  readonly include_characters: readonly string[];
  /** The same for lists with the same indexes, so that browsers may keep them. */
  readonly edition: string;
  readonly languages: Readonly<Record<string, LanguageIndex>>;
}

/** The bundles that readers can search. */
export class BundleFolder {
  readonly #path: string;

  constructor(outputFolder: string) {
    this.#path = join(outputFolder, SEARCH_FOLDER);
  }

  /** The bundle's part of the list, as text to compare; `{}` where it is not in it. */
  listed(bundle: Period): string {
    const languages = Object.entries(this.#readEntry()?.languages ?? {});
    return JSON.stringify(
      Object.fromEntries(languages.filter(([tag]) => bundleOfTag(tag) === bundle)),
    );
  }

  /** Names of all bundles that are in the list. */
  names(): ReadonlySet<Period> {
    return new Set(Object.keys(this.#readEntry()?.languages ?? {}).map(bundleOfTag));
  }

  /**
   * Puts a bundle in its place: files first, then the list that names them, then what the list named before goes.
   * @param isNew nothing of it can be there yet.
   */
  publish(bundle: Bundle, isNew: boolean): void {
    for (const file of bundle.files) this.#write(file);
    syncFileSystem(this.#path);
    this.#list(bundle.name, bundle);
    if (!isNew) this.#sweep(bundle.name, new Set(bundle.files.map(({ path }) => path)));
  }

  /** Takes a bundle out of the search, and every word of it off the disk. */
  remove(bundle: Period): void {
    if (this.names().has(bundle)) this.#list(bundle);
    this.#sweep(bundle, new Set());
  }

  #list(bundle: Period, made?: Bundle): void {
    const last = this.#readEntry();
    const { version, include_characters } = (made ?? last) as Bundle | Entry;
    const others = Object.entries(last?.languages ?? {}).filter(
      ([tag]) => bundleOfTag(tag) !== bundle,
    );
    const languages = Object.fromEntries(
      [...others, ...Object.entries(made?.languages ?? {})].toSorted(newestFirst),
    );
    const edition = hashOf(JSON.stringify(languages)).slice(0, 8);
    const entry: Entry = { version, include_characters, edition, languages };
    this.#write({ path: ENTRY, content: new TextEncoder().encode(JSON.stringify(entry)) });
  }

  #readEntry(): Entry | undefined {
    const file = join(this.#path, ENTRY);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  }

  #write({ path, content }: BundleFile): void {
    const file = join(this.#path, path);
    if (existsSync(file) && readFileSync(file).equals(content)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
  }

  /** Removes files of a bundle that are none of its files now. */
  #sweep(bundle: Period, current: ReadonlySet<string>): void {
    for (const folder of ["", "fragment", "index", "filter"]) {
      if (!existsSync(join(this.#path, folder))) continue;
      for (const name of readdirSync(join(this.#path, folder))) {
        const path = join(folder, name);
        if (bundleOfFile(name) === bundle && !current.has(path)) rmSync(join(this.#path, path));
      }
    }
  }
}

const ENTRY = "pagefind-entry.json";

/** `en-x-2001-07` is of the bundle `2001-07`. */
function bundleOfTag(tag: string): Period {
  return tag.slice(tag.indexOf("-x-") + "-x-".length);
}

/** Of the code, which all bundles share: `undefined`. */
function bundleOfFile(name: string): Period | undefined {
  return /^(?:pagefind\.)?[a-z]+-x-([\d-]+)_/.exec(name)?.[1];
}

function newestFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(bundleOfTag(b), bundleOfTag(a)) || compareText(a, b);
}
