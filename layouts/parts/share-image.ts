import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { StoryProps } from "../../src/model/page-props.ts";
import { SHARE_IMAGE_SIZE, type ShareImage } from "../../src/model/share-image.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";

/** A picture by which a page is known elsewhere; of the size of share images where it says none. */
export interface SharedPicture extends ShareImage {
  readonly width?: number;
  readonly height?: number;
}

/** Search engines show no picture of fewer. */
const LEAST_PIXELS = 50_000;

type Pictured = Pick<StoryProps, "pictures" | "shareImage"> & { readonly story: ShownStory };

/** Of a story: its picture first, then the one that is drawn to share it with; the paper's where it has neither. */
export function storyPictures(frame: Frame, props: Pictured): SharedPicture[] {
  const { shareImage } = props;
  const own = [leadPicture(props), shareImage].filter((picture) => picture !== undefined);
  return own.length === 0 ? paperPictures(frame) : own;
}

/** Of a page that has none of its own. */
export function paperPictures({ shareImage }: Frame): SharedPicture[] {
  return shareImage === undefined ? [] : [shareImage];
}

function leadPicture({ story, pictures }: Pictured): SharedPicture | undefined {
  const shown = story.image && pictures[story.image.src];
  // The widest in the format that everybody knows. A drawing has none.
  const widest = shown?.renditions.at(-1);
  if (story.image === undefined || shown === undefined || widest === undefined) return undefined;
  const { address, width } = widest;
  const height = Math.round((width * shown.height) / shown.width);
  if (width * height < LEAST_PIXELS) return undefined;
  return { address, alt: story.image.alt, width, height };
}

/** For the head of a page: the pictures that are shown where somebody shares it, the first before the others. */
export function sharedPictureTags(site: Site, pictures: readonly SharedPicture[]): Html {
  if (pictures.length === 0) return nothing;
  return html`${pictures.map((picture) => pictureTags(site, picture))}
<meta name="twitter:card" content="summary_large_image">`;
}

function pictureTags(site: Site, picture: SharedPicture): Html {
  const { address, alt, width, height } = { ...SHARE_IMAGE_SIZE, ...picture };
  return html`
<meta property="og:image" content="${absoluteUrl(site, address)}">
<meta property="og:image:width" content="${String(width)}">
<meta property="og:image:height" content="${String(height)}">
<meta property="og:image:alt" content="${typographic(alt)}">`;
}
