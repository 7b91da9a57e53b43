import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Listing } from "../../src/model/listing.ts";
import { href, type Site } from "../../src/model/site.ts";
import { kindLabel } from "./kind-label.ts";
import { foreignAttributes } from "./language.ts";
import { sectionLink } from "./section-link.ts";
import { spaced } from "./spaced.ts";
import { time } from "./time.ts";

/** Stories in the order given. No bylines: a renamed author would render every list again. */
export function storyList(site: Site, listings: readonly Listing[], heading: "h2" | "h3"): Html {
  if (listings.length === 0) return html`<p>There are no stories here yet.</p>`;
  return html`<ol class="stories">
${listings.map((listing) => storyItem(site, listing, heading))}</ol>`;
}

function storyItem(site: Site, listing: Listing, heading: "h2" | "h3"): Html {
  return html`<li>
${kickerLine(site, listing)}
<${heading}>${headlineLink(site, listing)}</${heading}>
${summaryLine(site, listing)}
${whereLine(site, listing)}
</li>
`;
}

export function headlineLink(site: Site, { address, headline, language }: Listing): Html {
  return html`<a href="${href(site, address)}"${foreignAttributes(site, language)}>${typographic(headline)}</a>`;
}

export function kickerLine(site: Site, { kind, kicker, language, preview }: Listing): Html {
  if (kind === "news" && kicker === undefined && preview === undefined) return nothing;
  const attributes = foreignAttributes(site, language);
  const text =
    kicker === undefined ? nothing : html`<span${attributes}>${typographic(kicker)}</span>`;
  return html`<p class="kicker">${spaced(previewLabel(preview), kindLabel(kind), text)}</p>`;
}

function previewLabel(preview: Listing["preview"]): Html {
  if (preview === undefined) return nothing;
  return html`<strong class="label">${preview === "draft" ? "Draft" : "Scheduled"}</strong>`;
}

export function summaryLine(site: Site, { dateline, summary, language }: Listing): Html {
  const summarized = summary && typographic(summary);
  const text = [dateline, summarized].filter((part) => part !== undefined).join(" — ");
  if (text === "") return nothing;
  return html`<p${foreignAttributes(site, language)}>${text}</p>`;
}

export function whereLine(site: Site, listing: Listing): Html {
  return html`<p class="where">${spaced(sectionLink(site, listing.section), time(site.zone, listing))}</p>`;
}
