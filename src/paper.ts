import type { SiteParse } from "./content/parse-site.ts";
import { type ContentFile, readContentFile } from "./content/read-file.ts";
import { requireContent } from "./content/require-content.ts";
import type { Problem } from "./model/problem.ts";

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

/**
 * The text of the settings, or why it can't be read.
 * @throws NoContent
 */
export function readSiteFile(contentFolder: string): ContentFile | Problem {
  requireContent(contentFolder);
  return readContentFile(contentFolder, "site.yaml");
}

/** The parser is loaded when it is needed: mostly the settings are what they were. */
export async function parseSiteFile(file: ContentFile | Problem): Promise<SiteParse> {
  if (!("source" in file)) return { problems: [file], policyPlaces: {} };
  return (await import("./content/parse-site.ts")).parseSite(file.source);
}

/** @throws NoContent */
export async function readSite(contentFolder: string): Promise<SiteParse> {
  return await parseSiteFile(readSiteFile(contentFolder));
}
