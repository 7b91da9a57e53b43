import { type Html, html } from "../../src/markup/html.ts";
import { latestAddress } from "../../src/model/feed.ts";
import type { List } from "../../src/model/list.ts";
import type { Listing } from "../../src/model/listing.ts";
import { href, type Site } from "../../src/model/site.ts";
import { storyTeaser } from "./story-teaser.ts";

/** The newest of the paper or of a section. */
export function liveList(site: Site, list: List, listings: readonly Listing[]): Html {
  const articles = listings.map(
    (listing) => html`<article>${storyTeaser(site, list, listing, { heading: "h2" })}</article>
`,
  );
  const none = html`<p>There are no stories here yet.</p>
`;
  return latestStories(site, list, "stories", articles.length === 0 ? none : html`${articles}`);
}

/** A list to which the reader's browser adds what comes later: see src/browser/live/follow-stories.ts. */
export function latestStories(
  site: Site,
  list: List,
  style: "stories" | "headlines",
  items: Html,
): Html {
  const address = href(site, latestAddress(list));
  return html`<latest-stories class="${style}" data-live="${address}" data-seconds="${String(site.pollSeconds)}">
${items}</latest-stories>`;
}
