import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { openingWords } from "../src/markup/opening-words.ts";
import { typographic } from "../src/markup/typographic.ts";
import { liveDayAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import type { LiveDayProps } from "../src/model/live-props.ts";
import { absoluteUrl, href, type Site } from "../src/model/site.ts";
import { periodText } from "./parts/dates.ts";
import { LIVE_BLOG_LABEL } from "./parts/kind-label.ts";
import { paperAttributes } from "./parts/language.ts";
import { livePosts, type PostText } from "./parts/live-post.ts";
import { page } from "./parts/page.ts";
import { kickerLine, storyParents } from "./parts/story-header.ts";
import { breadcrumbList } from "./parts/trail.ts";

type LiveDayDocumentProps = Framed<
  Omit<LiveDayProps, "posts" | "intro" | "path" | "links" | "pictures"> & {
    readonly posts: readonly PostText[];
  }
>;

/** A day of a live blog: where its posts stay. */
export function liveDayDocument(props: LiveDayDocumentProps): Html {
  const { frame, story, day, posts } = props;
  const { site } = frame;
  const { headline, language, preview } = story;
  const address = liveDayAddress(story.address, day);
  return page(
    frame,
    {
      title: `${headline}, ${periodText(day)}`,
      address,
      language,
      description: openingWords(html`${posts.map(({ text }) => text)}`),
      head: jsonLd(breadcrumbList(site, storyParents(site, story), typographic(headline))),
      ...(preview !== undefined && { robots: "noindex" }),
    },
    html`<article class="story live">
<header class="opening">
${kickerLine(site, story, LIVE_BLOG_LABEL)}
<h1><a href="${href(site, story.address)}">${typographic(headline)}</a></h1>
</header>
<div class="live-text e-content">
${livePosts(site, story, day, posts)}
</div>
${besides(site, props)}
<p class="address">${absoluteUrl(site, address)}</p>
</article>`,
  );
}

/** Where to read on. */
function besides(site: Site, { story, before, after }: LiveDayDocumentProps): Html {
  const { address, language } = story;
  const link = (name: string, to: string) => html`<li><a href="${href(site, to)}">${name}</a></li>
`;
  const dayLink = (name: string, day: string | undefined) =>
    day === undefined ? nothing : link(`${name}: ${periodText(day)}`, liveDayAddress(address, day));
  return html`<nav class="days" aria-label="Days"${paperAttributes(site, language)}>
<ul>
${dayLink("Earlier", before)}${dayLink("Later", after)}${link("Newest updates", address)}</ul>
</nav>`;
}
