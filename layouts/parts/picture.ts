import type { Html } from "../../src/markup/html.ts";
import { type PictureView, pictureMarkup } from "../../src/markup/picture.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { ShownPicture } from "../../src/model/picture.ts";
import { pictureHrefs, type Site } from "../../src/model/site.ts";

/** A picture of the paper, in the formats and widths from which browsers choose. */
export function picture(site: Site, shown: ShownPicture, view: PictureView): Html {
  const { alt } = view;
  return pictureMarkup(pictureHrefs(site, shown), { ...view, alt: typographic(alt) });
}
