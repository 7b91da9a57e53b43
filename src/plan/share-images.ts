import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import { storedStory } from "../archive/stored-stories.ts";
import { assetAddress } from "../model/asset-address.ts";
import { toJson } from "../model/json.ts";
import type { Page } from "../model/page.ts";
import {
  isDrawable,
  SHARE_RECIPE,
  type SharedStory,
  type ShareImage,
  type ShareImageProps,
} from "../model/share-image.ts";
import type { Site } from "../model/site.ts";
import { isPublished, type PublishedStory } from "../model/story.ts";

/** The picture that is drawn to share a story with; none where the paper wants none, or can't draw it. */
export function shareImageOf(site: Site, story: PublishedStory): ShareImage | undefined {
  const own = hasShareImages(site) ? sharedStory(site, story) : undefined;
  if (own === undefined) return undefined;
  return {
    address: shareImageAddress(propsOf(site, own)),
    alt: `${story.headline} — ${site.name}`,
  };
}

/** What pages are shared with that have no picture. */
export function paperShareImage(site: Site): ShareImage | undefined {
  if (!hasShareImages(site)) return undefined;
  return { address: shareImageAddress(propsOf(site, undefined)), alt: site.name };
}

/** What is to be seen on a queued share image; whether the old one may go, where nothing is. */
export function planShareImage(
  archive: Archive,
  site: Site,
  { subject }: Page,
):
  | { readonly address: string; readonly props: ShareImageProps }
  | "unwanted"
  | "kept"
  | "superseded" {
  if (!hasShareImages(site)) return "superseded";
  if (subject === "") return placed(propsOf(site, undefined));
  const stored = storedStory(archive, subject);
  if (stored === undefined || !isPublished(stored.story)) return "unwanted";
  if (stored.isKept) return "kept";
  const own = sharedStory(site, stored.story);
  return own === undefined ? "superseded" : placed(propsOf(site, own));
}

function hasShareImages({ name, shareImagesSince }: Site): boolean {
  return shareImagesSince !== undefined && isDrawable(name);
}

function placed(props: ShareImageProps) {
  return { address: shareImageAddress(props), props };
}

/** `undefined` for a story that is older than share images, or whose characters can't be drawn. */
function sharedStory(site: Site, story: PublishedStory): SharedStory | undefined {
  const { path, headline, kicker, section, dateline, place, publication } = story;
  if (publication.day < (site.shareImagesSince as string)) return undefined;
  const line = kicker ?? site.sections.find(({ key }) => key === section)?.name;
  const texts = [headline, line ?? "", dateline ?? ""];
  if (!texts.every(isDrawable)) return undefined;
  return {
    path,
    headline,
    ...(line !== undefined && { line }),
    ...(dateline !== undefined && { dateline }),
    ...(place !== undefined && { place }),
  };
}

function propsOf({ name }: Site, story: SharedStory | undefined): ShareImageProps {
  return { paper: name, ...(story !== undefined && { story }), recipe: SHARE_RECIPE };
}

function shareImageAddress(props: ShareImageProps): string {
  const name = props.story?.path.slice("stories/".length, -".md".length) ?? "paper";
  return assetAddress("share", `${name}.png`, hashOf(toJson(props)));
}
