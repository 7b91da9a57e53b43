import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { listAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { type List, NEWS, sectionList } from "../src/model/list.ts";
import type { Listing } from "../src/model/listing.ts";
import { HOME } from "../src/model/page.ts";
import type { HomeProps, LeadPicture } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { weekdayText } from "./parts/dates.ts";
import { dayMap } from "./parts/day-map.ts";
import { newsMediaOrganization } from "./parts/news-media-organization.ts";
import { page } from "./parts/page.ts";
import { picture } from "./parts/picture.ts";
import { rail } from "./parts/rail.ts";
import { storyTeaser } from "./parts/story-teaser.ts";
import { webSite } from "./parts/web-site.ts";

const SECONDS = 4;

/** How wide pictures are in their columns, or on a narrow screen. */
const LEAD_SIZES = "(min-width: 62rem) 36rem, 100vw";
const SECOND_SIZES = "(min-width: 62rem) 18rem, (min-width: 40rem) 50vw, 100vw";

/** The front page: a lead, seconds beside it, the newest in the rail, the rest in brief, a strip for each section. */
export function homeDocument(props: Framed<HomeProps>): Html {
  const { frame, top, pictures, latest, places, strips } = props;
  const { site } = frame;
  const [lead, ...others] = top;
  return page(
    frame,
    {
      address: HOME.address,
      description: site.tagline,
      ear: ear(latest),
      head: html`${jsonLd(newsMediaOrganization(frame))}
${jsonLd(webSite(site))}`,
    },
    html`<h1 class="unseen">${site.name}</h1>
${
  lead === undefined
    ? html`<p>There are no stories here yet.</p>`
    : html`<div class="page-one">
<section class="lead" aria-label="Lead story">
<article>${leadPicture(site, pictures[lead.address])}${storyTeaser(site, NEWS, lead, { heading: "h2" })}</article>
</section>
${topStories(site, others.slice(0, SECONDS), pictures)}${rail(site, latest)}
${dayMap(site, latest, places)}
</div>`
}
${briefs(site, others.slice(SECONDS))}
${strips.map(({ section, listings }) => strip(site, section, listings))}`,
  );
}

/** The day of the newest story: a page says nothing of when it was built. */
function ear([newest]: readonly Listing[]): Html {
  return html`<p class="ear">${newest === undefined ? nothing : html`<time datetime="${newest.day}">${weekdayText(newest.day)}</time>`}</p>
`;
}

function topStories(
  site: Site,
  listings: readonly Listing[],
  pictures: HomeProps["pictures"],
): Html {
  if (listings.length === 0) return nothing;
  return html`<section class="seconds" aria-label="Top stories">
${listings.map((listing) => html`<article>${secondPicture(site, pictures[listing.address])}${storyTeaser(site, NEWS, listing, { heading: "h2" })}</article>\n`)}</section>
`;
}

function leadPicture(site: Site, lead: LeadPicture | undefined): Html {
  if (lead === undefined) return nothing;
  const { alt, shown } = lead;
  return html`<div class="teaser-picture">${picture(site, shown, { alt, sizes: LEAD_SIZES, isLead: true })}</div>`;
}

function secondPicture(site: Site, second: LeadPicture | undefined): Html {
  if (second === undefined) return nothing;
  const { alt, shown } = second;
  return html`<div class="teaser-picture">${picture(site, shown, { alt, sizes: SECOND_SIZES, isLead: false })}</div>`;
}

function briefs(site: Site, listings: readonly Listing[]): Html {
  if (listings.length === 0) return nothing;
  return html`<section class="band briefs" aria-labelledby="briefs">
<h2 id="briefs"><a href="${href(site, listAddress(NEWS))}">In brief</a></h2>
${teasers(site, NEWS, listings)}</section>`;
}

function strip(site: Site, key: string, listings: readonly Listing[]): Html {
  const section = site.sections.find((each) => each.key === key);
  if (section === undefined || listings.length === 0) return nothing;
  return html`<section class="band strip" aria-labelledby="strip-${key}">
<h2 id="strip-${key}"><a href="${href(site, listAddress(sectionList(key)))}">${section.name}</a></h2>
${teasers(site, sectionList(key), listings)}</section>
`;
}

function teasers(site: Site, list: List, listings: readonly Listing[]): Html {
  return html`<ol>
${listings.map((listing) => html`<li><article>${storyTeaser(site, list, listing, { heading: "h3" })}</article></li>\n`)}</ol>
`;
}
