import { readdirSync } from "node:fs";
import type { Period } from "../model/list.ts";
import { absoluteUrl, type Site } from "../model/site.ts";
import { indexingOf } from "./inspect-page.ts";
import type { OutputFiles } from "./output-files.ts";
import type { Finding, OutputText } from "./output-text.ts";
import { unescaped } from "./read-tags.ts";

export function isSitemap(file: string): boolean {
  return /^(news-)?sitemap[\w-]*\.xml$/.test(file);
}

/** Pages of a sitemap that do not want to be found, or to be found elsewhere. */
export function inspectSitemap({ text }: OutputText, site: Site, files: OutputFiles): Finding[] {
  return Array.from(locsIn(text)).flatMap(({ loc, index, length }) => {
    const address = addressIn(site, loc);
    // What is missing is a dead link, and found as one; another sitemap is no page.
    if (address === undefined || !/(\/|\.html)$/.test(address) || !files.has(address)) return [];
    const { isIndexed, canonical } = indexingOf(files.read(address));
    if (isIndexed && canonical === loc) return [];
    return [
      {
        index,
        length,
        code: "output-sitemap",
        message: isIndexed
          ? `The page says that it is ${canonical}.`
          : "The page asks search engines to leave it out.",
        hint: "Build everything again: npm run build -- --full",
      },
    ];
  });
}

/** The sitemaps of a paper, a few months at a time. */
export class Sitemaps {
  readonly #files: OutputFiles;
  readonly #site: Site;
  readonly #months = new Map<Period, ReadonlySet<string>>();
  readonly #names: readonly string[];

  constructor(files: OutputFiles, site: Site) {
    this.#files = files;
    this.#site = site;
    this.#names = readdirSync(files.folder).filter(isSitemap);
  }

  /** Whether a story of a month that wants to be found is in none of its sitemaps. */
  inspectStory({ text, address }: OutputText, month: Period): Finding[] {
    const url = absoluteUrl(this.#site, address);
    const { isIndexed, canonical } = indexingOf(text);
    if (this.#names.length === 0 || !isIndexed || canonical !== url) return [];
    if (this.#locsOf(month).has(url)) return [];
    return [
      {
        code: "output-sitemap",
        message: `The story is in no sitemap of ${month}.`,
        hint: "Build everything again: npm run build -- --full",
      },
    ];
  }

  #locsOf(month: Period): ReadonlySet<string> {
    const known = this.#months.get(month);
    if (known !== undefined) return known;
    const names = this.#names.filter((name) => name.startsWith(`sitemap-${month}`));
    const texts = names.map((name) => this.#files.read(`/${name}`));
    const locs = new Set(texts.flatMap((text) => Array.from(locsIn(text), ({ loc }) => loc)));
    if (this.#months.size === 12) this.#months.clear();
    this.#months.set(month, locs);
    return locs;
  }
}

function* locsIn(text: string) {
  for (const { 1: written = "", index } of text.matchAll(/<loc>([^<]*)<\/loc>/g)) {
    yield { loc: unescaped(written), index: index + "<loc>".length, length: written.length };
  }
}

function addressIn({ url }: Site, loc: string): string | undefined {
  return loc.startsWith(`${url}/`) ? decodeURI(loc.slice(url.length)) : undefined;
}
