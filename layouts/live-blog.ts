import { type Html, html, nothing } from "../src/markup/html.ts";
import { liveDayAddress, liveFileAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import type { LiveBlogProps } from "../src/model/live-props.ts";
import { href, type Site } from "../src/model/site.ts";
import type { ShownStory } from "../src/model/story.ts";
import { weekdayText } from "./parts/dates.ts";
import { earlierStories } from "./parts/earlier-stories.ts";
import { inPaperLanguage, paperAttributes } from "./parts/language.ts";
import { liveBlogPosting } from "./parts/live-blog-posting.ts";
import { livePosts, type PostText } from "./parts/live-post.ts";
import { page } from "./parts/page.ts";
import { storyCredits } from "./parts/story-credits.ts";
import { storyFooter } from "./parts/story-footer.ts";
import { storyHead } from "./parts/story-head.ts";
import { storyHeader } from "./parts/story-header.ts";
import { corrections, leadPicture, previewNotice } from "./parts/story-top.ts";

type LiveBlogDocumentProps = Framed<
  Omit<LiveBlogProps, "posts" | "intro" | "shows" | "path" | "links"> & {
    /** What stands before the posts, beginning with the dateline. */
    readonly lead: Html;
    /** A list, which begins with the dateline where there is no lead. */
    readonly points: Html;
    readonly posts: readonly PostText[];
  }
>;

/** A live blog: what matters of it first, then the posts of its newest day. */
export function liveBlogDocument(props: LiveBlogDocumentProps): Html {
  const { frame, story, lead, points, posts, days, authors, pictures, earlier } = props;
  const { site } = frame;
  const [newest] = days;
  return page(
    frame,
    storyHead(frame, props, { facts: liveBlogPosting(frame, props), text: html`${lead}${points}` }),
    html`${previewNotice(site, story)}
<article class="story live h-entry">
${storyHeader(site, story)}
${storyCredits(site, story, authors)}
${leadPicture(site, story, pictures)}
${corrections(site, story)}
<div class="live-text e-content"${liveFile(site, story)}>
${lead === nothing ? nothing : html`<div class="text">\n${lead}</div>`}
${keyPoints(site, story, points)}
${newest === undefined ? nothing : livePosts(site, story, newest, posts)}
</div>
${dayLinks(site, story, days)}
${earlierStories(site, story, earlier)}
${storyFooter(site, story)}
</article>`,
  );
}

/** Where browsers are told of new posts; there are none any more when it is over. */
function liveFile(site: Site, { address, ended }: ShownStory): Html {
  if (ended !== undefined) return nothing;
  const file = href(site, liveFileAddress(address));
  return html` data-live="${file}" data-seconds="${String(site.pollSeconds)}"`;
}

function keyPoints(site: Site, { language }: ShownStory, points: Html): Html {
  if (points === nothing) return nothing;
  return html`<section class="points" aria-labelledby="points">
<h2 id="points">${inPaperLanguage(site, language, html`Key points`)}</h2>
<div class="text">
${points}</div>
</section>`;
}

function dayLinks(
  site: Site,
  { address, language }: ShownStory,
  days: LiveBlogProps["days"],
): Html {
  if (days.length < 2) return nothing;
  return html`<nav class="days" aria-labelledby="days"${paperAttributes(site, language)}>
<h2 id="days">All days</h2>
<ul>
${days.map((day) => html`<li><a href="${href(site, liveDayAddress(address, day))}">${weekdayText(day)}</a></li>\n`)}</ul>
</nav>`;
}
