import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Archive } from "../archive/open-archive.ts";
import { listHiddenFiles } from "../archive/seen-files.ts";
import { storyAtAddress } from "../archive/stored-stories.ts";
import { addressOf, storyAddress } from "../model/address.ts";
import type { Problem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { isCompressible, originalOf } from "../publish/twins.ts";
import { inspectForHost } from "./inspect-host.ts";
import { inspectLinks } from "./inspect-links.ts";
import { inspectPage } from "./inspect-page.ts";
import { fragmentText, inspectSecrets, secretOf } from "./inspect-secrets.ts";
import { inspectSitemap, isSitemap, Sitemaps } from "./inspect-sitemaps.ts";
import { inspectWeight } from "./inspect-weight.ts";
import { OutputFiles } from "./output-files.ts";
import { type Finding, type OutputText, problemIn } from "./output-text.ts";

/** What files of an output folder are checked against. */
export class Proofreader {
  readonly files: OutputFiles;
  readonly #archive: Archive;
  readonly #site: Site;
  readonly #secrets: ReadonlySet<string>;
  readonly #sitemaps: Sitemaps;

  constructor(archive: Archive, site: Site, folder: string) {
    this.files = new OutputFiles(folder);
    this.#archive = archive;
    this.#site = site;
    this.#sitemaps = new Sitemaps(this.files, site);
    const hidden = listHiddenFiles(archive).filter((path) => path.startsWith("stories/"));
    this.#secrets = new Set(hidden.map((path) => secretOf(storyAddress(path))));
  }

  /** What is wrong with a file of the folder, which is held alone. */
  inspect(file: string): Problem[] {
    const { size } = statSync(join(this.files.folder, file));
    const text = isText(file) ? this.#read(file).toString() : undefined;
    const findings = [
      ...inspectForHost(this.#site, file, size, text),
      ...(text === undefined ? [] : this.#inspectText({ file, address: addressOf(file), text })),
      ...this.#inspectOther(file),
    ];
    return findings.map((finding) => problemIn({ file, text: text ?? "" }, finding));
  }

  #inspectText(output: OutputText): Finding[] {
    const { file, address } = output;
    const isPage = file.endsWith(".html");
    const story = isPage ? storyAtAddress(this.#archive, address)?.story : undefined;
    return [
      ...inspectSecrets(output, this.#secrets),
      ...inspectLinks(output, this.#site, this.files),
      ...(isPage ? inspectPage(output, this.#site) : []),
      ...(isSitemap(file) ? inspectSitemap(output, this.#site, this.files) : []),
      ...(story ? this.#sitemaps.inspectStory(output, story.publication.day.slice(0, 7)) : []),
      ...inspectWeight(output),
    ];
  }

  #inspectOther(file: string): Finding[] {
    if (file.endsWith(".pf_fragment")) {
      const text = fragmentText(this.#read(file));
      return inspectSecrets({ file, address: addressOf(file), text }, this.#secrets).map(
        ({ index: _, ...finding }) => finding,
      );
    }
    const original = originalOf(file);
    if (original === undefined || !this.files.has(addressOf(original))) return [];
    const decompress = file.endsWith(".br") ? brotliDecompressSync : gunzipSync;
    if (decompress(this.#read(file)).equals(this.#read(original))) return [];
    return [
      {
        code: "output-twin",
        message: `The file is not what ${original} is, compressed.`,
        hint: "Remove it, and build everything again: npm run build -- --full",
      },
    ];
  }

  #read(file: string): Buffer {
    return readFileSync(join(this.files.folder, file));
  }
}

function isText(file: string): boolean {
  return isCompressible(file) || /^_(headers|redirects)$|^\.nginx\//.test(file);
}
