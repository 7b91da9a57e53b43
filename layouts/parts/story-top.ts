import { type Html, html, nothing } from "../../src/markup/html.ts";
import type { StoryProps } from "../../src/model/page-props.ts";
import type { Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { correctionNote } from "./correction-note.ts";
import { paperAttributes } from "./language.ts";
import { picture } from "./picture.ts";
import { pictureCaption } from "./picture-caption.ts";
import { updateView } from "./story-credits.ts";

/** Only editors see this page. */
export function previewNotice(
  site: Site,
  { language, publication: { preview } }: ShownStory,
): Html {
  if (preview === undefined) return nothing;
  const state = preview === "draft" ? "a draft" : "scheduled";
  return html`<p class="preview"${paperAttributes(site, language)}><strong>Preview.</strong> This story is ${state}: readers cannot see it.</p>`;
}

/** How wide the lead picture is: the column, or the whole of a narrow screen. */
const LEAD_SIZES = "(min-width: 46rem) 38rem, 100vw";

export function leadPicture(
  site: Site,
  { image }: ShownStory,
  pictures: StoryProps["pictures"],
): Html {
  const shown = image && pictures[image.src];
  if (image === undefined || shown === undefined) return nothing;
  return html`<figure class="lead-picture">
${picture(site, shown, { alt: image.alt, sizes: LEAD_SIZES, isLead: true, microformat: "u-featured" })}
${pictureCaption(image)}
</figure>`;
}

export function corrections(site: Site, story: ShownStory): Html {
  const { corrections, language, publication } = story;
  if (corrections.length === 0) return nothing;
  return html`<div class="corrections">
${corrections.map((correction) =>
  correctionNote(site, language, correction, updateView(publication, correction.date.at)),
)}</div>`;
}
