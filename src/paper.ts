import { parseSite, type SiteParse } from "./content/parse-site.ts";
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

/** The paper's settings, and a name for exactly these. */
export function readSite(contentFolder: string): SiteParse & { readonly hash: string } {
  const file = readContentFile(contentFolder, "site.yaml");
  if (!("source" in file)) return { problems: [file], hash: "" };
  return { ...parseSite(file.source), hash: file.hash };
}
