import { hashOf } from "../archive/hash-of.ts";
import { listPeriods } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { publishedPage } from "../archive/published-pages.ts";
import { readableHash, readablePicture } from "../archive/seen-files.ts";
import { editorsPageAtAddress } from "../archive/stored-pages.ts";
import { type StoredStory, storyAtAddress } from "../archive/stored-stories.ts";
import {
  aliasTarget,
  isLead,
  isShown,
  isWanted,
  livePageAt,
  mappedPlace,
  staticFileAt,
} from "../archive/wanted-pages.ts";
import { mapKeyAt } from "../model/address.ts";
import type { Assets, Workers } from "../model/asset.ts";
import { assetAddress } from "../model/asset-address.ts";
import type { Instant } from "../model/instant.ts";
import { type Json, toJson } from "../model/json.ts";
import { NEWS } from "../model/list.ts";
import { feedOf, mapPage, type Page, periodOf, renditionOf, staticPage } from "../model/page.ts";
import { listPageAt } from "../model/page-at.ts";
import type { PageProps } from "../model/page-props.ts";
import { renditionIn } from "../model/picture.ts";
import type { Site } from "../model/site.ts";
import { type Shown, shown } from "../model/stale-page.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";
import { planIcon } from "./icons.ts";
import { planCrawlerPage } from "./plan-crawler-page.ts";
import { feedProps } from "./props-of-feed.ts";
import { homeProps } from "./props-of-home.ts";
import { latestProps } from "./props-of-latest.ts";
import { frontProps, periodProps } from "./props-of-list.ts";
import { liveBlogProps, liveDayProps, liveFileProps } from "./props-of-live-blog.ts";
import { editorsPageProps, storyProps } from "./props-of-source.ts";
import { planServerFile } from "./server-files.ts";
import { planShareImage } from "./share-images.ts";
import { RECIPE, renditionAddress } from "./shown-picture.ts";

/** All that the output depends on, beside the archive. */
export interface PlanContext {
  readonly site: Site;
  readonly now: Instant;
  readonly assets: Assets;
  readonly workers: Workers;
}

/**
 * `unwanted`: nothing may stand at the address. `kept`: its file has an error, so what stands there stays.
 * `superseded`: an asset that no page needs any more, but for those in somebody's cache.
 */
export type PagePlan = Shown | "unwanted" | "kept" | "superseded";

/**
 * Decides what a queued page should show now. But for assets the address alone counts, not what was queued:
 * a section's front may stand where an editors' page stood, and a file beats an alias.
 */
export function planPage(archive: Archive, context: PlanContext, queued: Page): PagePlan {
  switch (queued.kind) {
    case "asset":
      return planAsset(context, queued);
    case "icon": {
      const icon = planIcon(context.site, queued.subject);
      if (icon === undefined) return "unwanted";
      return shown("icon", { ...queued, address: icon.address }, toJson(icon.props));
    }
    case "picture":
      return planPicture(archive, queued);
    case "rendition":
      return planRendition(archive, queued);
    case "share-image": {
      const plan = planShareImage(archive, context.site, queued);
      if (typeof plan === "string") return plan;
      return shown("share-image", { ...queued, address: plan.address }, toJson(plan.props));
    }
    case "stray":
      // An asset may have come to stand there meanwhile: its address is not the one that it is queued under.
      if (publishedPage(archive, queued.address)?.kind !== "stray") return "kept";
      return planAddress(archive, context, queued);
    default:
      return planAddress(archive, context, queued);
  }
}

/** A file of the newsroom's own comes before those that crawlers get without it. */
function planAddress(archive: Archive, context: PlanContext, queued: Page): PagePlan {
  return (
    planSource(archive, context, queued) ??
    planLive(archive, context, queued) ??
    planList(archive, context, queued) ??
    planMap(archive, context, queued) ??
    planServerFile(archive, context, queued) ??
    planStatic(archive, context, queued) ??
    planCrawlerPage(archive, context, queued.address) ??
    planRedirect(archive, context, queued) ??
    "unwanted"
  );
}

export function fingerprintOf({ page, props }: Shown): string {
  return hashOf(`${page.kind} ${props}`);
}

type Planner = (archive: Archive, context: PlanContext, queued: Page) => PagePlan | undefined;

const planSource: Planner = (archive, { site }, { address }) => {
  const story = storyAtAddress(archive, address);
  if (story !== undefined) {
    const page = { subject: story.story.path, address };
    return story.isKept ? "kept" : shown("story", page, propsOfStory(archive, site, story));
  }
  const editors = editorsPageAtAddress(archive, address);
  if (editors === undefined) return undefined;
  const page = { subject: editors.page.path, address };
  return editors.isKept
    ? "kept"
    : shown("editors-page", page, toJson(editorsPageProps(archive, site, editors)));
};

function propsOfStory(archive: Archive, site: Site, stored: StoredStory): Json<PageProps["story"]> {
  const { story } = stored;
  if (!isPublished(story)) return toJson({ shows: "withdrawal", story } as const);
  return story.live === undefined
    ? storyProps(archive, site, story, stored)
    : toJson(liveBlogProps(archive, site, story));
}

const planLive: Planner = (archive, { site }, { address }) => {
  const found = livePageAt(archive, address);
  if (found === undefined) return undefined;
  const { page, stored, day } = found;
  if (stored.isKept) return "kept";
  const story = stored.story as PublishedStory;
  return day === undefined
    ? shown("live", page, toJson(liveFileProps(story)))
    : shown("live-day", page, toJson(liveDayProps(archive, site, story, day)));
};

/** A section that site.yaml no longer has is known by what was queued alone. */
const planList: Planner = (archive, { site, now, workers }, queued) => {
  const page = listPageAt(site, queued.address) ?? queued;
  switch (page.kind) {
    case "period": {
      if (!isWanted(archive, site, page)) return undefined;
      const { list, period } = periodOf(page);
      return shown("period", page, periodProps(archive, site, list, period));
    }
    case "front":
      if (!isWanted(archive, site, page)) return undefined;
      return shown("front", page, frontProps(archive, site, page.subject));
    case "feed": {
      if (!isWanted(archive, site, page)) return undefined;
      const { format, list } = feedOf(page);
      return shown("feed", page, toJson(feedProps(archive, site, list, format)));
    }
    case "latest":
      if (!isWanted(archive, site, page)) return undefined;
      return shown("latest", page, toJson(latestProps(archive, now, page.subject)));
    case "archive":
      return shown("archive", page, toJson({ years: listPeriods(archive, site.zone, NEWS, 4) }));
    case "search":
      return shown("search", page, toJson({ years: listPeriods(archive, site.zone, NEWS, 4) }));
    case "home":
      return shown("home", page, toJson(homeProps(archive, site, now)));
    case "not-found":
      return shown("not-found", page, toJson({}));
    case "service-worker": {
      const text = site.notifications ? workers.notify : workers.leave;
      return shown("service-worker", page, toJson({ text }));
    }
    default:
      return undefined;
  }
};

const planMap: Planner = (archive, _context, { address }) => {
  const key = mapKeyAt(address);
  const place = key === undefined ? undefined : mappedPlace(archive, key);
  return place && shown("map", mapPage(place.key), toJson({ place }));
};

const planStatic: Planner = (archive, _context, { address }) => {
  const path = staticFileAt(archive, address);
  if (path === undefined) return undefined;
  const sourceHash = readableHash(archive, path);
  return sourceHash === undefined
    ? "kept"
    : shown("static", staticPage(path), toJson({ path, sourceHash }));
};

const planRedirect: Planner = (archive, _context, { address }) => {
  const target = aliasTarget(archive, address);
  if (target === undefined) return undefined;
  return shown("redirect", { subject: address, address }, toJson({ address, target }));
};

/** A typeface, say, may be gone. */
function planAsset({ assets }: PlanContext, queued: Page): PagePlan {
  const asset = assets[queued.subject];
  if (asset === undefined) return "unwanted";
  const { address, ...props } = asset;
  return shown("asset", { ...queued, address }, toJson(props));
}

function planPicture(archive: Archive, queued: Page): PagePlan {
  const src = queued.subject;
  const picture = planOriginal(archive, src);
  if (typeof picture === "string") return picture;
  const { form, hash: sourceHash } = picture;
  if (form.format !== "svg") return "superseded";
  const address = assetAddress("media", src, sourceHash);
  return shown("picture", { ...queued, address }, toJson({ path: `media/${src}`, sourceHash }));
}

function planRendition(archive: Archive, queued: Page): PagePlan {
  const { slot, src } = renditionOf(queued);
  const picture = planOriginal(archive, src);
  if (typeof picture === "string") return picture;
  const { form, hash: sourceHash } = picture;
  const rendition = renditionIn(slot, form);
  const isNamed = !("ratio" in slot) || isLead(archive, src);
  if (rendition === undefined || !isNamed) return "superseded";
  const address = renditionAddress(src, sourceHash, rendition);
  const props = { path: `media/${src}`, sourceHash, ...rendition, recipe: RECIPE };
  return shown("rendition", { ...queued, address }, toJson(props));
}

/** Pages that can't be made again may show what a picture was before it became faulty. */
function planOriginal(archive: Archive, src: string) {
  return isShown(archive, src) ? (readablePicture(archive, src) ?? "kept") : "unwanted";
}
