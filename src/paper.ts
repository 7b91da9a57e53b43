import { statSync } from "node:fs";
import { parseSite, type SiteParse } from "./content/parse-site.ts";
import { firstLineOnly } from "./content/places.ts";
import { readContentFile } from "./content/read-file.ts";

/** A newsroom's folders, as absolute paths. */
export interface Paper {
  /** Holds `layouts/` and `src/`. */
  readonly projectFolder: string;
  readonly contentFolder: string;
  readonly outputFolder: string;
  readonly cacheFolder: string;
  /** Shows drafts and scheduled stories, under a banner. */
  readonly isPreview: boolean;
}

export interface SiteReading extends SiteParse {
  /** Names exactly these settings. */
  readonly hash: string;
}

/** No folder is where the newsroom's files should be. */
export class NoContent extends Error {}

/** @throws NoContent */
export function readSite(contentFolder: string): SiteReading {
  const folder = statSync(contentFolder, { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) throw new NoContent(contentFolder);
  const file = readContentFile(contentFolder, "site.yaml");
  if ("source" in file) return { ...parseSite(file.source), hash: file.hash };
  return { problems: [file], placeOf: firstLineOnly("").placeOf, hash: "" };
}
