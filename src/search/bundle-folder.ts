import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Period } from "../model/list.ts";
import { SEARCH_FOLDER } from "../model/page.ts";
import { syncFileSystem } from "../publish/sync-file-system.ts";
import { type BundleList, bundlesIn, keepBundles, LIST_FILE, listText } from "./bundle-list.ts";
import type { Bundle, BundleFile } from "./make-bundle.ts";

/** The bundles that readers can search. */
export class BundleFolder {
  readonly #path: string;

  constructor(outputFolder: string) {
    this.#path = join(outputFolder, SEARCH_FOLDER);
  }

  /** The bundle's part of the list, as text to compare; empty where there is no list. */
  listed(bundle: Period): string {
    const list = this.#readList();
    return list === undefined ? "" : JSON.stringify(keepBundles(list, (name) => name === bundle));
  }

  /** Names of all bundles that are in the list. */
  names(): ReadonlySet<Period> {
    const list = this.#readList();
    return list === undefined ? new Set() : bundlesIn(list);
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
    const last = this.#readList();
    const others = last && keepBundles(last, (name) => name !== bundle);
    const languages = { ...others?.languages, ...made?.languages };
    const list = { ...((made ?? last) as BundleList), languages };
    this.#write({ path: LIST_FILE, content: new TextEncoder().encode(listText(list)) });
  }

  #readList(): BundleList | undefined {
    const file = join(this.#path, LIST_FILE);
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

/** Names of the files that are of one bundle alone. */
export function ownFiles({ name, files }: Bundle): string[] {
  return files.map(({ path }) => path).filter((path) => bundleOfFile(basename(path)) === name);
}

/** Of the code, which all bundles share: `undefined`. */
function bundleOfFile(name: string): Period | undefined {
  return /^(?:pagefind\.)?[a-z]+-x-([\d-]+)_/.exec(name)?.[1];
}
