import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { StoryProps } from "../../src/model/page-props.ts";
import { LEAST_PIXELS } from "../../src/model/picture.ts";
import { SHARE_IMAGE_SIZE, type ShareImage } from "../../src/model/share-image.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";

/** A picture by which a page is known elsewhere; of the size of share images where it says none. */
export interface SharedPicture extends ShareImage {
  readonly width?: number;
  readonly height?: number;
}

type Pictured = Pick<StoryProps, "pictures" | "shapes" | "shareImage"> & {
  readonly story: ShownStory;
};

/**
 * Of a story: its picture first, then the one that is drawn to share it with; where it has neither, its drawing in pixels, or
 * else the paper's.
 */
export function storyPictures(frame: Frame, props: Pictured): SharedPicture[] {
  const { story, shareImage, shapes = [] } = props;
  const own = [leadPicture(props), shareImage].filter((picture) => picture !== undefined);
  if (own.length > 0) return own;
  const [drawing] = shapes;
  if (story.image === undefined || drawing === undefined) return paperPictures(frame);
  return [{ ...drawing, alt: story.image.alt }];
}

/** Of a story, for search engines: its picture in their shapes. They want none with a text in it where there is a better one. */
export function articlePictures(
  frame: Frame,
  props: Pictured,
): readonly Pick<SharedPicture, "address">[] {
  return props.shapes ?? storyPictures(frame, props);
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
