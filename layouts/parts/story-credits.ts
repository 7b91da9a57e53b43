import { type Html, html, joinHtml, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { isoIn, type Stamp } from "../../src/model/instant.ts";
import { HOME } from "../../src/model/page.ts";
import type { Credit } from "../../src/model/page-props.ts";
import { href, type Site } from "../../src/model/site.ts";
import type { Moments, PublishedStory } from "../../src/model/story.ts";
import { formatIn, stampText } from "./dates.ts";
import { paperAttributes } from "./language.ts";
import { locatorMap } from "./locator-map.ts";

/** Who wrote the story, and when. */
// No class here may contain "date" or "byline": extractors and reader views take such an element,
// or the dateline that follows, for the author, and drop it from the text.
export function storyCredits(site: Site, story: PublishedStory, authors: readonly Credit[]): Html {
  const { language } = story;
  return html`<div class="credits"${paperAttributes(site, language)}>
<p class="authors">By ${authorNames(site, authors)}</p>
<p class="times">${times(site, story)}</p>
${ageNotice(site)}<button class="share scripted" type="button">Share</button>
${locatorMap(site, story)}</div>`;
}

/** Filled in the browser, where the story is older than that: the page itself does not age. */
function ageNotice({ ageNoticeYears }: Site): Html {
  if (ageNoticeYears === undefined) return nothing;
  return html`<p class="age scripted" data-years="${String(ageNoticeYears)}"></p>
`;
}

/** `A, B and C`; the paper, where nobody is named. */
function authorNames(site: Site, authors: readonly Credit[]): Html {
  const credits = authors.length === 0 ? [{ name: site.name, address: HOME.address }] : authors;
  const names = credits.map((credit) => authorName(site, credit));
  if (names.length < 2) return joinHtml(names, "");
  return joinHtml([joinHtml(names.slice(0, -1), ", "), joinHtml(names.slice(-1), "")], " and ");
}

/** The same as text. */
export function namesText(names: readonly string[]): string {
  const last = names.slice(-1).join("");
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function authorName(site: Site, { name, address }: Pick<Credit, "name" | "address">): Html {
  const shown = typographic(name);
  return address === undefined
    ? html`<span class="p-author">${shown}</span>`
    : html`<a class="p-author" rel="author" href="${href(site, address)}">${shown}</a>`;
}

function times(site: Site, story: PublishedStory): Html {
  return html`Published ${publishedTime(site, story.publication)}${lastUpdated(site, story)}`;
}

function publishedTime({ zone }: Site, published: Moments): Html {
  const text = stampText(zone, published);
  return html`<time class="dt-published" datetime="${isoIn(zone, published.at)}">${text}</time>`;
}

function lastUpdated(site: Site, story: PublishedStory): Html {
  const { updated } = story;
  if (updated === undefined || !isLater(updated, story.publication)) return nothing;
  const text = `${site.stamp.label} ${formatIn(site.zone, updated.at, site.stamp.format)}`;
  return html` <time class="stamp" datetime="${isoIn(site.zone, updated.at)}">${text}</time>`;
}

/** An update may precede the moment of a story that was held back by an embargo. */
function isLater(updated: Stamp, published: Stamp): boolean {
  return updated.hasTime && published.hasTime
    ? updated.at > published.at
    : updated.day >= published.day;
}
