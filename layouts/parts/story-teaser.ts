import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { type List, sectionList } from "../../src/model/list.ts";
import type { Listing } from "../../src/model/listing.ts";
import { href, type Site } from "../../src/model/site.ts";
import { kindLabel } from "./kind-label.ts";
import { foreignAttributes } from "./language.ts";
import { sectionLink } from "./section-link.ts";
import { spaced } from "./spaced.ts";
import { time } from "./time.ts";

/** How a list shows its stories. */
export interface TeaserView {
  readonly heading: "h2" | "h3";
  /** Whether all are of one day, which is said above them. */
  readonly isDayKnown?: boolean;
}

/** What a list shows of a story: headline, dateline, summary, section and time. */
export function storyTeaser(
  site: Site,
  list: List,
  listing: Listing,
  { heading, isDayKnown = false }: TeaserView,
): Html {
  return html`
${kickerLine(site, listing)}
<${heading}>${headlineLink(site, listing)}</${heading}>
${summaryLine(site, listing)}
${whereLine(site, list, listing, isDayKnown)}
`;
}

export function headlineLink(site: Site, { address, headline, language }: Listing): Html {
  return html`<a href="${href(site, address)}"${foreignAttributes(site, language)}>${typographic(headline)}</a>`;
}

function kickerLine(site: Site, listing: Listing): Html {
  const { kind, kicker, language, preview } = listing;
  if (kind === "news" && kicker === undefined && preview === undefined) return nothing;
  const attributes = foreignAttributes(site, language);
  const text =
    kicker === undefined ? nothing : html`<span${attributes}>${typographic(kicker)}</span>`;
  return html`<p class="kicker">${spaced(previewLabel(preview), kindLabel(listing), text)}</p>`;
}

function previewLabel(preview: Listing["preview"]): Html {
  if (preview === undefined) return nothing;
  return html`<strong class="label">${previewText(preview)}</strong>`;
}

/** What a story is for everybody else, which an editor sees in a preview. */
export function previewText(preview: "draft" | "scheduled"): string {
  return preview === "draft" ? "Draft" : "Scheduled";
}

function summaryLine(site: Site, { dateline, summary, language }: Listing): Html {
  const summarized = summary && typographic(summary);
  const text = [dateline, summarized].filter((part) => part !== undefined).join("\u00a0— ");
  if (text === "") return nothing;
  return html`<p${foreignAttributes(site, language)}>${text}</p>`;
}

/** Section and time; in the list of the section the time alone, in that of a day the time of day. */
function whereLine(site: Site, list: List, listing: Listing, isDayKnown: boolean): Html {
  const { section } = listing;
  const isKnown = section !== undefined && list === sectionList(section);
  const link = isKnown ? nothing : sectionLink(site, section);
  const when = time(site.zone, listing, { isDayKnown });
  if (link === nothing && when === nothing) return nothing;
  return html`<p class="where">${spaced(link, when)}</p>`;
}
