import { type Html, html } from "../../src/markup/html.ts";
import type { Listing } from "../../src/model/listing.ts";
import type { Site } from "../../src/model/site.ts";
import { headlineLink, kickerLine, summaryLine, whereLine } from "./story-list.ts";

/** A story as a front page shows it. */
export function storyTeaser(site: Site, listing: Listing, heading: "h2" | "h3"): Html {
  return html`<article>
${kickerLine(site, listing)}
<${heading}>${headlineLink(site, listing)}</${heading}>
${summaryLine(site, listing)}
${whereLine(site, listing)}
</article>
`;
}
