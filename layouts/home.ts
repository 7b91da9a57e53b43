import { type Html, html, nothing } from "../src/markup/html.ts";
import { listAddress } from "../src/model/address.ts";
import { NEWS } from "../src/model/list.ts";
import type { Listing } from "../src/model/listing.ts";
import { HOME } from "../src/model/page.ts";
import type { PageProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { dayMap } from "./parts/day-map.ts";
import { type Framed, page } from "./parts/page.ts";
import { headlineList, storyList } from "./parts/story-list.ts";

/** Stories shown with their summaries; those after them are headlines in the rail. */
const SHOWN_AT_LENGTH = 13;

export function homeDocument({ frame, listings, places }: Framed<PageProps["home"]>): Html {
  const { site } = frame;
  return page(
    frame,
    { address: HOME.address, description: site.tagline },
    html`<h1 class="unseen">${site.name}</h1>
<div class="home">
<section class="lead" aria-label="Top stories">
${storyList(site, listings.slice(0, SHOWN_AT_LENGTH), "h2")}
</section>
${moreStories(site, listings.slice(SHOWN_AT_LENGTH))}
${dayMap(site, listings, places)}
</div>`,
  );
}

function moreStories(site: Site, listings: readonly Listing[]): Html {
  if (listings.length === 0) return nothing;
  return html`<section class="rail" aria-labelledby="more">
<h2 id="more">More stories</h2>
${headlineList(site, listings)}
<p><a href="${href(site, listAddress(NEWS))}">Latest updates</a></p>
</section>`;
}
