import { type Html, html } from "../../src/markup/html.ts";
import type { List } from "../../src/model/list.ts";
import type { Listing } from "../../src/model/listing.ts";
import type { Site } from "../../src/model/site.ts";
import { storyTeaser, type TeaserView } from "./story-teaser.ts";

/** Stories of a list, in the order given. No bylines: a renamed author would render every list again. */
export function storyList(
  site: Site,
  list: List,
  listings: readonly Listing[],
  view: TeaserView,
): Html {
  if (listings.length === 0) return html`<p>There are no stories here yet.</p>`;
  return html`<ol class="stories">
${listings.map((listing) => html`<li>${storyTeaser(site, list, listing, view)}</li>\n`)}</ol>`;
}
