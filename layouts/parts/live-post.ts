import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { liveDayAddress } from "../../src/model/address.ts";
import { type Day, isoIn } from "../../src/model/instant.ts";
import type { ShownPost } from "../../src/model/live-props.ts";
import { href, type Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { timeText, weekdayText } from "./dates.ts";
import { inPaperLanguage, paperAttributes } from "./language.ts";
import { spaced } from "./spaced.ts";

/** A post with its text. */
export interface PostText extends ShownPost {
  readonly text: Html;
  /** The same without its markup. */
  readonly words: string;
}

/** How much of a hash tells one version of a post from another. */
const VERSION_LENGTH = 8;

type Blog = Pick<ShownStory, "address" | "language">;

/** The posts of a day of a live blog. */
export function livePosts(site: Site, blog: Blog, day: Day, posts: readonly PostText[]): Html {
  const dayHref = href(site, liveDayAddress(blog.address, day));
  return html`<section class="posts" aria-labelledby="posts">
<h2 id="posts"><a href="${dayHref}">${inPaperLanguage(site, blog.language, html`${weekdayText(day)}`)}</a></h2>
${posts.map((post) => livePost(site, blog, post))}</section>`;
}

/** Browsers tell by its version whether a post was corrected since. */
function livePost(site: Site, { address, language }: Blog, post: PostText): Html {
  const { id, day, text } = post;
  const postHref = `${href(site, liveDayAddress(address, day))}#${id}`;
  return html`<article class="post" id="${id}" data-version="${postVersion(post)}">
<h3>${livePostHeading(site, language, post, postHref)}</h3>
<div class="text">
${text}</div>
</article>
`;
}

export function postVersion({ hash }: ShownPost): string {
  return hash.slice(0, VERSION_LENGTH);
}

/** Time and headline: every post has a heading by which it is found. */
export function livePostHeading(
  site: Site,
  language: string,
  { at, headline, preview }: ShownPost,
  postHref: string,
): Html {
  const { zone } = site;
  const time = html`<time datetime="${isoIn(zone, at)}">${timeText(zone, at)}</time>`;
  const link = html`<a href="${postHref}"${paperAttributes(site, language)}>${time}</a>`;
  const label = preview === undefined ? nothing : html`<strong class="label">Scheduled</strong>`;
  const words = headline === undefined ? nothing : html`${typographic(headline)}`;
  const rest = spaced(label, words);
  return spaced(link, `${rest}` === "" ? nothing : html`<span>${rest}</span>`);
}
