import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Picture } from "../../src/model/story.ts";

/** What stands below a picture, inside its `figure`. */
export function pictureCaption({ caption, credit }: Pick<Picture, "caption" | "credit">): Html {
  if (caption === undefined && credit === undefined) return nothing;
  const creditPart =
    credit === undefined ? nothing : html` <small class="credit">${typographic(credit)}</small>`;
  return html`<figcaption>${typographic(caption ?? "")}${creditPart}</figcaption>`;
}
