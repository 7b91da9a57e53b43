import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { SHARE_IMAGE_SIZE, type ShareImage } from "../../src/model/share-image.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";

/** For the head of a page: the picture that is shown where somebody shares it. */
export function shareImageTags(site: Site, image: ShareImage | undefined): Html {
  if (image === undefined) return nothing;
  const { width, height } = SHARE_IMAGE_SIZE;
  return html`
<meta property="og:image" content="${absoluteUrl(site, image.address)}">
<meta property="og:image:width" content="${String(width)}">
<meta property="og:image:height" content="${String(height)}">
<meta property="og:image:alt" content="${typographic(image.alt)}">
<meta name="twitter:card" content="summary_large_image">`;
}
