import { hashOf } from "../archive/hash-of.ts";
import type { Archive } from "../archive/open-archive.ts";
import { lastPicture, readablePicture } from "../archive/seen-files.ts";
import type { StoredStory } from "../archive/stored-stories.ts";
import { assetAddress } from "../model/asset-address.ts";
import type { LeadPicture } from "../model/page-props.ts";
import {
  type PictureForm,
  type Rendition,
  type RenditionForm,
  renditionName,
  SHAPE_SLOTS,
  type Shape,
  type ShownPicture,
  SIZE_SLOTS,
  shapeIn,
  sizeIn,
} from "../model/picture.ts";
import { isPublished, type Picture } from "../model/story.ts";

/** Names whatever decides about the bytes of a rendition beside its source, width and format. */
export const RECIPE = "sharp 0.35.5, AVIF 45, WebP 78, JPEG 80, resvg 2.6.2";

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

/** The shapes of a story's lead picture, from the widest to the square; none of a picture that can't be read. */
export function shapesOf(archive: Archive, image: Pick<Picture, "src"> | undefined): Shape[] {
  const picture = image && readablePicture(archive, image.src);
  if (image === undefined || picture === undefined) return [];
  return SHAPE_SLOTS.flatMap((slot) => {
    const form = shapeIn(slot, picture.form);
    if (form === undefined) return [];
    const { width, height } = form;
    return { address: renditionAddress(image.src, picture.hash, form), width, height };
  });
}

function renditionsOf(src: string, hash: string, form: PictureForm): Rendition[] {
  return SIZE_SLOTS.flatMap((slot) => {
    const rendition = sizeIn(slot, form);
    return rendition === undefined
      ? []
      : { ...rendition, address: renditionAddress(src, hash, rendition) };
  });
}

/** Names the picture too: two files may have the same bytes. */
export function renditionAddress(src: string, hash: string, form: RenditionForm): string {
  const name = `${src.slice(0, src.lastIndexOf("."))}-${renditionName(form)}`;
  return assetAddress("media", name, hashOf(`${RECIPE} ${hash} ${src}`));
}
