import { type Html, html, nothing } from "../src/markup/html.ts";
import type { StoryProps } from "../src/model/page-props.ts";
import type { Site } from "../src/model/site.ts";
import type { Picture, PublishedStory } from "../src/model/story.ts";
import { correctionNote } from "./parts/correction-note.ts";
import { earlierStories } from "./parts/earlier-stories.ts";
import { paperAttributes } from "./parts/language.ts";
import { type Framed, page } from "./parts/page.ts";
import { picture } from "./parts/picture.ts";
import { pictureCaption } from "./parts/picture-caption.ts";
import { shareImageTags } from "./parts/share-image.ts";
import { storyCredits } from "./parts/story-credits.ts";
import { storyFooter } from "./parts/story-footer.ts";
import { storyHeader } from "./parts/story-header.ts";

type StoryDocumentProps = Framed<
  Pick<StoryProps, "story" | "authors" | "pictures" | "earlier" | "shareImage"> & {
    /** The text, beginning with the dateline. */
    readonly body: Html;
  }
>;

export function storyDocument(props: StoryDocumentProps): Html {
  const { frame, story, body, authors, pictures, earlier } = props;
  const { site } = frame;
  const { preview } = story.publication;
  return page(
    frame,
    {
      title: story.seoHeadline ?? story.headline,
      address: story.address,
      canonical: story.canonical,
      language: story.language,
      description: story.summary,
      head: html`${authors.map(({ name }) => html`<meta name="author" content="${name}">`)}${shareImageTags(site, props.shareImage)}`,
      ...(preview !== undefined && { robots: "noindex" }),
    },
    html`${previewNotice(preview, paperAttributes(site, story.language))}
<article class="story h-entry">
${storyHeader(site, story)}
${storyCredits(site, story, authors)}
${story.image === undefined ? nothing : leadPicture(site, story.image, pictures)}
${corrections(site, story)}
<div class="text e-content">
${body}
</div>
${earlierStories(site, story, earlier)}
${storyFooter(site, story)}
</article>`,
  );
}

function previewNotice(preview: PublishedStory["publication"]["preview"], attributes: Html): Html {
  if (preview === undefined) return nothing;
  const state = preview === "draft" ? "a draft" : "scheduled";
  return html`<p class="preview"${attributes}><strong>Preview.</strong> This story is ${state}: readers cannot see it.</p>`;
}

/** How wide the lead picture is: the column, or the whole of a narrow screen. */
const LEAD_SIZES = "(min-width: 46rem) 38rem, 100vw";

function leadPicture(site: Site, image: Picture, pictures: StoryProps["pictures"]): Html {
  const shown = pictures[image.src];
  if (shown === undefined) return nothing;
  return html`<figure class="lead-picture">
${picture(site, shown, { alt: image.alt, sizes: LEAD_SIZES, isLead: true })}
${pictureCaption(image)}
</figure>`;
}

function corrections(site: Site, story: PublishedStory): Html {
  if (story.corrections.length === 0) return nothing;
  return html`<div class="corrections">
${story.corrections.map((correction) => correctionNote(site, story.language, correction))}</div>`;
}
