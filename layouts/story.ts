import { type Html, html } from "../src/markup/html.ts";
import type { Framed } from "../src/model/frame.ts";
import type { StoryProps } from "../src/model/page-props.ts";
import { earlierStories } from "./parts/earlier-stories.ts";
import { newsArticle } from "./parts/news-article.ts";
import { page } from "./parts/page.ts";
import { storyCredits } from "./parts/story-credits.ts";
import { storyFooter } from "./parts/story-footer.ts";
import { storyHead } from "./parts/story-head.ts";
import { storyHeader } from "./parts/story-header.ts";
import { corrections, leadPicture, previewNotice } from "./parts/story-top.ts";

type StoryDocumentProps = Framed<
  Pick<StoryProps, "story" | "authors" | "pictures" | "earlier" | "shareImage" | "shapes"> & {
    /** The text, beginning with the dateline. */
    readonly body: Html;
  }
>;

export function storyDocument(props: StoryDocumentProps): Html {
  const { frame, story, body, authors, pictures, earlier } = props;
  const { site } = frame;
  return page(
    frame,
    storyHead(frame, props, { facts: newsArticle(frame, props), text: body }),
    html`${previewNotice(site, story)}
<article class="story h-entry">
${storyHeader(site, story)}
${storyCredits(site, story, authors)}
${leadPicture(site, story, pictures)}
${corrections(site, story)}
<div class="text e-content">
${body}
</div>
${earlierStories(site, story, earlier)}
${storyFooter(site, story)}
</article>`,
  );
}
