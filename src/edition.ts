import { readFact, writeFact } from "./archive/facts.ts";
import { hashOf } from "./archive/hash-of.ts";
import type { Archive } from "./archive/open-archive.ts";
import { makeStylesheet, type Stylesheet } from "./assets/make-stylesheet.ts";
import { readCodeEditions } from "./render/code-editions.ts";

/** What every page is made with. When it changes, everything is made again. */
export interface Edition {
  /** Part of every page's fingerprint. */
  readonly name: string;
  readonly stylesheet: Stylesheet;
  /** What differs from the last build's: `layouts/`, `site.yaml` …; everything, in an empty archive. */
  readonly changed: readonly string[];
  /** Whether the rules by which content is read may differ too. */
  readonly hasNewRules: boolean;
  remember(): void;
}

/** @param siteHash names the paper's settings. */
export async function readEdition(
  archive: Archive,
  projectFolder: string,
  siteHash: string,
  isFull: boolean,
): Promise<Edition> {
  const parts: Record<string, string> = {
    ...readCodeEditions(projectFolder),
    "site.yaml": siteHash,
  };
  const old: Record<string, string> = isFull
    ? {}
    : JSON.parse(readFact(archive, "edition") ?? "{}");
  const changed = Object.keys(parts).filter((part) => parts[part] !== old[part]);
  const known = readFact(archive, "stylesheet");
  const stylesheet: Stylesheet =
    changed.length === 0 && known !== undefined
      ? JSON.parse(known)
      : await makeStylesheet(projectFolder);
  return {
    name: hashOf(JSON.stringify(parts)),
    stylesheet,
    changed,
    hasNewRules: changed.some((part) => part !== "layouts/"),
    remember: () => {
      writeFact(archive, "edition", JSON.stringify(parts));
      writeFact(archive, "stylesheet", JSON.stringify(stylesheet));
    },
  };
}
