import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { StoryProps } from "../../src/model/page-props.ts";
import { SHARE_IMAGE_SIZE, type ShareImage } from "../../src/model/share-image.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import type { Picture } from "../../src/model/story.ts";

/** A picture whose pixels anybody can show. */
export interface Raster extends ShareImage {
  readonly width: number;
  readonly height: number;
}

/** The widest of a picture in the format that everybody knows; `undefined` for a drawing. */
export function rasterOf(
  image: Picture | undefined,
  pictures: StoryProps["pictures"],
): Raster | undefined {
  const shown = image && pictures[image.src];
  const widest = shown?.renditions.at(-1);
  if (image === undefined || shown === undefined || widest === undefined) return undefined;
  const { address, width } = widest;
  return {
    address,
    alt: image.alt,
    width,
    height: Math.round((width * shown.height) / shown.width),
  };
}

/** For the head of a page: the picture that is shown where somebody shares it. */
export function shareImageTags(site: Site, image: ShareImage | Raster | undefined): Html {
  if (image === undefined) return nothing;
  const { address, alt, width, height } = { ...SHARE_IMAGE_SIZE, ...image };
  return html`
<meta property="og:image" content="${absoluteUrl(site, address)}">
<meta property="og:image:width" content="${String(width)}">
<meta property="og:image:height" content="${String(height)}">
<meta property="og:image:alt" content="${typographic(alt)}">
<meta name="twitter:card" content="summary_large_image">`;
}
