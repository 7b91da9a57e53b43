import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import { lastPicture, readablePicture } from "../archive/seen-files.ts";
import type { StoredStory } from "../archive/stored-stories.ts";
import { assetAddress } from "../model/asset-address.ts";
import type { LeadPicture } from "../model/page-props.ts";
import {
  type PictureForm,
  type Rendition,
  renditionIn,
  type ShownPicture,
  SLOTS,
} from "../model/picture.ts";
import { isPublished, type Picture } from "../model/story.ts";

/** Names whatever decides about the bytes of a rendition beside its source, width and format. */
export const RECIPE = "sharp 0.35.5, AVIF 45, WebP 78, JPEG 80";

const FALLBACK_WIDTH = 960;

/** `undefined` where the picture can't be read: pages are published without it. */
export function shownPicture(
  archive: Archive,
  src: string,
  read = readablePicture,
): ShownPicture | undefined {
  const picture = read(archive, src);
  if (picture === undefined) return undefined;
  const { form, hash } = picture;
  const { width, height, format } = form;
  if (format === "svg") {
    return { address: assetAddress("media", src, hash), width, height, renditions: [] };
  }
  const renditions = renditionsOf(src, hash, form);
  const fallbacks = renditions.filter((rendition) => rendition.format === format);
  const fallback = fallbacks.findLast((rendition) => rendition.width <= FALLBACK_WIDTH);
  return { address: (fallback as Rendition).address, width, height, renditions };
}

export function leadPicture(
  archive: Archive,
  image: Pick<Picture, "src" | "alt"> | undefined,
  read = readablePicture,
): LeadPicture | undefined {
  const shown = image && shownPicture(archive, image.src, read);
  return shown && { alt: image.alt, shown };
}

/** The lead picture of a story: of one that is kept in its earlier form, as it was then. */
export function storyPicture(
  archive: Archive,
  { story, isKept }: StoredStory,
): LeadPicture | undefined {
  const image = isPublished(story) ? story.image : undefined;
  return leadPicture(archive, image, isKept ? lastPicture : readablePicture);
}

function renditionsOf(src: string, hash: string, form: PictureForm): Rendition[] {
  return SLOTS.flatMap((slot) => {
    const rendition = renditionIn(slot, form);
    return rendition === undefined
      ? []
      : { ...rendition, address: renditionAddress(src, hash, rendition) };
  });
}

/** Names the picture too: two files may have the same bytes. */
export function renditionAddress(
  src: string,
  hash: string,
  { width, format }: Omit<Rendition, "address">,
): string {
  const name = src.slice(0, src.lastIndexOf("."));
  const extension = format === "jpeg" ? "jpg" : format;
  return assetAddress("media", `${name}-${width}.${extension}`, hashOf(`${RECIPE} ${hash} ${src}`));
}
