import { type Html, html, joinHtml, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { type Instant, isoIn, type Stamp } from "../../src/model/instant.ts";
import { HOME } from "../../src/model/page.ts";
import type { Credit } from "../../src/model/page-props.ts";
import { href, type Site } from "../../src/model/site.ts";
import type { Moments, Published, ShownStory } from "../../src/model/story.ts";
import { formatIn, stampText, timeText } from "./dates.ts";
import { paperAttributes } from "./language.ts";
import { locatorMap } from "./locator-map.ts";
import { type TimeView, time } from "./time.ts";

/** Who wrote the story, and when. */
// No class here may contain "date" or "byline", but for the "dt-updated" of microformats: extractors and reader views take
// such an element, or the dateline that follows, for the author, and drop it from the text.
export function storyCredits(site: Site, story: ShownStory, authors: readonly Credit[]): Html {
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
  const newsroom = { name: site.name, address: HOME.address };
  const names = (authors.length === 0 ? [newsroom] : authors).map((credit) =>
    authorName(site, credit),
  );
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
    ? html`<span class="p-author h-card">${shown}</span>`
    : html`<a class="p-author h-card" rel="author" href="${href(site, address)}">${shown}</a>`;
}

function times(site: Site, story: ShownStory): Html {
  return html`<span>Published ${publishedTime(site, story.publication)}</span>${lastUpdated(site, story)}${endOf(site, story)}`;
}

function publishedTime({ zone }: Site, published: Moments): Html {
  const text = stampText(zone, published);
  return html`<time class="dt-published" datetime="${isoIn(zone, published.at)}">${text}</time>`;
}

function lastUpdated(site: Site, story: ShownStory): Html {
  const { kind, updated, publication } = story;
  if (kind === "live") return liveUpdated(site, publication);
  if (updated === undefined || !isLater(updated, publication)) return nothing;
  // A day without a time may be the one of publication: then it was later than that.
  return stamp(site, publication, Math.max(updated.at, publication.at));
}

/** The newest post tells the minute, even where the paper's stamp names a day alone. */
function liveUpdated(site: Site, publication: Published): Html {
  const { at, modifiedAt } = publication;
  if (modifiedAt <= at) return nothing;
  return stamp(site, publication, modifiedAt, `, ${timeText(site.zone, modifiedAt)}`);
}

function stamp({ stamp, zone }: Site, publication: Published, at: Instant, time = ""): Html {
  const text = `${stamp.label} ${formatIn(zone, at, stamp.format)}${time}`;
  const { microformat } = updateView(publication, at);
  const names = microformat === undefined ? "stamp" : `stamp ${microformat}`;
  return html` <span><time class="${names}" datetime="${isoIn(zone, at)}">${text}</time></span>`;
}

function endOf(site: Site, { ended }: ShownStory): Html {
  return ended === undefined ? nothing : html` <span>Ended ${time(site.zone, ended)}</span>`;
}

/** Tells machines which of the times is the one of the last change. */
export function updateView({ at, modifiedAt }: Published, instant: Instant): TimeView {
  return instant === modifiedAt && modifiedAt > at ? { microformat: "dt-updated" } : {};
}

/** An update may precede the moment of a story that was held back by an embargo. */
function isLater(updated: Stamp, published: Stamp): boolean {
  return updated.hasTime && published.hasTime
    ? updated.at > published.at
    : updated.day >= published.day;
}
