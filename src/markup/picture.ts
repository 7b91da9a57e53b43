import type { Rendition, RenditionFormat, ShownPicture } from "../model/picture.ts";
import { type Html, html, nothing } from "./html.ts";

export interface PictureView {
  /** What is read to those who can't see it; escaped here. */
  readonly alt: string;
  /** How wide it is on the page, for the browser to choose a rendition by: the attribute `sizes`. */
  readonly sizes: string;
  /** Seen without scrolling: it is fetched at once, and before other things. */
  readonly isLead: boolean;
  /** Property of microformats that it is. */
  readonly microformat?: string;
}

/** A picture with its renditions. Its addresses are written as they stand in `href`. */
export function pictureMarkup(picture: ShownPicture, view: PictureView): Html {
  const { renditions } = picture;
  const formats = [...new Set(renditions.map(({ format }) => format))];
  const others = formats.slice(0, -1).map((format) => source(format, renditions, view));
  const image = imageMarkup(picture, view, formats.at(-1));
  return others.length === 0 ? image : html`<picture>${others}${image}</picture>`;
}

function source(
  format: RenditionFormat,
  renditions: readonly Rendition[],
  { sizes }: PictureView,
): Html {
  return html`<source type="image/${format}" srcset="${srcset(format, renditions)}" sizes="${sizes}">`;
}

function imageMarkup(
  { address, width, height, renditions }: ShownPicture,
  { alt, sizes, isLead, microformat }: PictureView,
  format: RenditionFormat | undefined,
): Html {
  const choice =
    format === undefined ? nothing : html` srcset="${srcset(format, renditions)}" sizes="${sizes}"`;
  const loading = isLead ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`;
  const known = microformat === undefined ? nothing : html` class="${microformat}"`;
  return html`<img src="${address}"${choice} alt="${alt}" width="${String(width)}" height="${String(height)}"${loading}${known}>`;
}

function srcset(format: RenditionFormat, renditions: readonly Rendition[]): string {
  return renditions
    .filter((rendition) => rendition.format === format)
    .map(({ address, width }) => `${address} ${width}w`)
    .join(", ");
}
