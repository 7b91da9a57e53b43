import { type Html, html, nothing } from "../../src/markup/html.ts";
import { listAddress } from "../../src/model/address.ts";
import { isoIn } from "../../src/model/instant.ts";
import { NEWS } from "../../src/model/list.ts";
import type { Listing } from "../../src/model/listing.ts";
import { href, type Site } from "../../src/model/site.ts";
import { clockText, periodText } from "./dates.ts";
import { kindLabel } from "./kind-label.ts";
import { latestStories } from "./live-list.ts";
import { spaced } from "./spaced.ts";
import { headlineLink } from "./story-teaser.ts";

const LENGTH = 10;

/** The newest headlines with their times, by day. */
export function rail(site: Site, latest: readonly Listing[]): Html {
  const shown = latest.slice(0, LENGTH);
  const days = [...new Set(shown.map(({ day }) => day))].map(
    (day) => html`<h3>${periodText(day)}</h3>
<ol class="headlines">
${shown.filter((listing) => listing.day === day).map((listing) => railItem(site, listing))}</ol>
`,
  );
  return html`<section class="rail" aria-labelledby="latest">
<h2 id="latest"><a href="${href(site, listAddress(NEWS))}">Latest updates</a></h2>
${latestStories(site, NEWS, "headlines", html`${days}`)}
</section>`;
}

function railItem(site: Site, listing: Listing): Html {
  const { at, hasTime } = listing;
  const clock = hasTime
    ? html`<time datetime="${isoIn(site.zone, at)}">${clockText(site.zone, at)}</time>`
    : nothing;
  return html`<li>${clock}${spaced(kindLabel(listing), headlineLink(site, listing))}</li>
`;
}
