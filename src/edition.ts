import { type Fact, readFact, writeFact } from "./archive/facts.ts";
import type { Archive } from "./archive/open-archive.ts";
import { parseStored } from "./archive/parse-stored.ts";
import type { Made } from "./assets/make-assets.ts";
import type { SiteParse } from "./content/parse-site.ts";
import type { ContentFile } from "./content/read-file.ts";
import type { Assets, Workers } from "./model/asset.ts";
import type { Frame } from "./model/frame.ts";
import type { Problem } from "./model/problem.ts";
import type { Site } from "./model/site.ts";
import { type Paper, parseSiteFile } from "./paper.ts";
import { iconAddresses } from "./plan/icons.ts";
import { paperShareImage } from "./plan/share-images.ts";
import { type CodeEditions, readCodeEditions } from "./render/code-editions.ts";

/** What every page is made with. When it changes, everything is made again. */
export interface Edition {
  /** The same for what comes out the same. */
  readonly name: string;
  readonly settings: SiteParse;
  readonly assets: Assets;
  readonly workers: Workers;
  /** Whether every page is to be made again. */
  readonly isNew: boolean;
  /** Why, where there was another edition before: `layouts/`, `site.yaml` … */
  readonly reasons: readonly string[];
  /** Whether the rules by which content is read may differ too. */
  readonly hasNewRules: boolean;
  remember(): void;
}

/**
 * @param isFull counts everything as changed.
 * @param code names the code that was loaded, where it may have been edited since.
 */
export async function readEdition(
  archive: Archive,
  { projectFolder, isPreview }: Pick<Paper, "projectFolder" | "isPreview">,
  siteFile: ContentFile | Problem,
  isFull: boolean,
  code: CodeEditions = readCodeEditions(projectFolder),
): Promise<Edition> {
  const parts: Record<string, string> = {
    ...code,
    "site.yaml": "hash" in siteFile ? siteFile.hash : "",
    preview: String(isPreview),
  };
  const last = readFact(archive, "edition");
  const old: Record<string, string> = last === undefined || isFull ? {} : parseStored(last);
  const changed = Object.keys(parts).filter((part) => parts[part] !== old[part]);
  const remembered = <T>(fact: Fact): T | undefined => {
    const value = changed.length === 0 ? readFact(archive, fact) : undefined;
    return value === undefined ? undefined : parseStored(value);
  };
  const settings =
    remembered<SiteParse>("settings") ?? settingsFor(await parseSiteFile(siteFile), isPreview);
  const made =
    remembered<Made>("assets") ??
    (await (await import("./assets/make-assets.ts")).makeAssets(projectFolder));
  const name = JSON.stringify(parts);
  return {
    name,
    isNew: changed.length > 0,
    reasons: last === undefined ? [] : isFull ? ["--full"] : changed,
    settings,
    ...made,
    hasNewRules: changed.some((part) => part !== "layouts/"),
    remember: () => {
      writeFact(archive, "edition", name);
      writeFact(archive, "settings", JSON.stringify(settings));
      writeFact(archive, "assets", JSON.stringify(made));
    },
  };
}

/** What every page of an edition carries, under settings that it may show. */
export function frameOf({ assets }: Pick<Edition, "assets">, site: Site): Frame {
  const addresses = Object.entries(assets).map(([name, { address }]) => [name, address]);
  const shareImage = paperShareImage(site);
  return {
    site,
    assets: { ...Object.fromEntries(addresses), ...iconAddresses(site) },
    ...(shareImage !== undefined && { shareImage }),
  };
}

/** A preview shares nothing: whoever saves a story need not wait until its share image is drawn, or anything compressed. */
function settingsFor({ site, ...parse }: SiteParse, isPreview: boolean): SiteParse {
  if (site === undefined) return parse;
  if (!isPreview) return { ...parse, site };
  const { shareImagesSince: _, ...others } = site;
  return { ...parse, site: { ...others, twins: [] } };
}
