import { hashOf } from "../archive/hash-of.ts";
import { listPeriods } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { publishedPage } from "../archive/published-pages.ts";
import { readableHash, seenFile } from "../archive/seen-files.ts";
import { editorsPageAtAddress } from "../archive/stored-pages.ts";
import { storyAtAddress } from "../archive/stored-stories.ts";
import { aliasTarget, isShown, isWanted } from "../archive/wanted-pages.ts";
import { assetAddress } from "../model/asset-address.ts";
import type { Instant } from "../model/instant.ts";
import { NEWS } from "../model/list.ts";
import { type Page, type PageKind, periodOf } from "../model/page.ts";
import type { PageProps } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import type { Shown } from "../model/stale-page.ts";
import { homeListings } from "./home-listings.ts";
import { frontProps, periodProps } from "./props-of-list.ts";
import { editorsPageProps, storyProps } from "./props-of-source.ts";

/** All that the output depends on, beside the archive. */
export interface PlanContext {
  readonly site: Site;
  readonly now: Instant;
  readonly stylesheet: { readonly address: string; readonly text: string };
}

/** `unwanted`: nothing may stand at the address. `kept`: its file has an error, so what stands there stays. */
export type PagePlan = Shown | "unwanted" | "kept";

/** Decides what a queued page should show now. */
export function planPage(archive: Archive, context: PlanContext, queued: Page): PagePlan {
  return PLANNERS[queued.kind](archive, context, queued);
}

export function fingerprintOf({ page, props }: Shown): string {
  return hashOf(JSON.stringify([page.kind, props]));
}

type Planner = (archive: Archive, context: PlanContext, queued: Page) => PagePlan;

const PLANNERS: Record<PageKind, Planner> = {
  stylesheet: (_archive, { stylesheet: { address, text } }, queued) =>
    shown("stylesheet", { ...queued, address }, { text }),
  picture: planPicture,
  static: planStatic,
  "editors-page": planSource,
  story: planSource,
  redirect: planSource,
  period: (archive, { site }, queued) => {
    if (!isWanted(archive, site, queued)) return "unwanted";
    const { list, period } = periodOf(queued);
    return shown("period", queued, periodProps(archive, site, list, period));
  },
  front: (archive, { site }, queued) => {
    if (!isWanted(archive, site, queued)) return "unwanted";
    return shown("front", queued, frontProps(archive, site, queued.subject));
  },
  archive: (archive, { site }, queued) =>
    shown("archive", queued, { years: listPeriods(archive, site.zone, NEWS, 4) }),
  home: (archive, { site, now }, queued) =>
    shown("home", queued, { listings: homeListings(archive, site, now) }),
  "not-found": (_archive, _context, queued) => shown("not-found", queued, {}),
  // An asset may have come to stand there meanwhile: its address is not the one that it is queued under.
  stray: (archive, _context, { address }) =>
    publishedPage(archive, address)?.kind === "stray" ? "unwanted" : "kept",
};

/** Whatever has text of its own, or led to it once: the address decides, for a file beats an alias. */
function planSource(archive: Archive, { site }: PlanContext, { address, subject }: Page): PagePlan {
  const story = storyAtAddress(archive, address);
  if (story !== undefined) {
    const page = { subject: story.story.path, address };
    return story.isKept ? "kept" : shown("story", page, storyProps(archive, site, story));
  }
  const editors = editorsPageAtAddress(archive, address);
  if (editors !== undefined) {
    const page = { subject: editors.page.path, address };
    return editors.isKept
      ? "kept"
      : shown("editors-page", page, editorsPageProps(archive, site, editors));
  }
  const target = aliasTarget(archive, address);
  if (target === undefined) return "unwanted";
  return shown("redirect", { subject, address }, { address, target });
}

function planPicture(archive: Archive, _context: PlanContext, queued: Page): PagePlan {
  const path = `media/${queued.subject}`;
  if (!isShown(archive, queued.subject)) return "unwanted";
  const sourceHash = readableHash(archive, path);
  // Pages that can't be made again may show what it was.
  if (sourceHash === undefined) return "kept";
  const address = assetAddress("media", queued.subject, sourceHash);
  return shown("picture", { ...queued, address }, { path, sourceHash });
}

function planStatic(archive: Archive, _context: PlanContext, queued: Page): PagePlan {
  if (seenFile(archive, queued.subject) === undefined) return "unwanted";
  const sourceHash = readableHash(archive, queued.subject);
  if (sourceHash === undefined) return "kept";
  return shown("static", queued, { path: queued.subject, sourceHash });
}

function shown<Kind extends PageKind>(
  kind: Kind,
  page: Omit<Page, "kind">,
  props: PageProps[Kind],
): Shown {
  return { page: { ...page, kind }, props } as Shown;
}
