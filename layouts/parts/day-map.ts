import { equalEarth, WORLD_SIZE } from "../../src/maps/equal-earth.ts";
import { type Dot, gatherDots } from "../../src/maps/gather-dots.ts";
import { WORLD_OUTLINE } from "../../src/maps/world-outline.ts";
import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Listing } from "../../src/model/listing.ts";
import type { HomeProps } from "../../src/model/page-props.ts";
import type { Place } from "../../src/model/place.ts";
import { href, type Site } from "../../src/model/site.ts";
import { foreignAttributes } from "./language.ts";

/** The stories of one place, newest first. */
interface Filed {
  readonly place: Place;
  readonly listings: readonly [Listing, ...Listing[]];
}

/** Radius of what a finger needs, 12 pixels, in units of the map: where it is at least 512 and 274 pixels wide. */
const TARGETS = { wide: 15, narrow: 28 } as const;

/**
 * Where the newest stories were filed. The dots are for who points at them; everybody else has the list of places below,
 * which leads to the same stories.
 */
export function dayMap(
  site: Site,
  listings: readonly Listing[],
  places: HomeProps["places"],
): Html {
  const filed = filedByPlace(listings, places);
  if (filed.length === 0) return nothing;
  return html`<nav class="day-map" aria-labelledby="day-map">
<h2 id="day-map">Where the news comes from</h2>
<svg viewBox="0 0 ${`${WORLD_SIZE.width} ${WORLD_SIZE.height}`}" aria-hidden="true">
<path class="land" d="${WORLD_OUTLINE}"/>
${dots(site, filed, "wide")}${dots(site, filed, "narrow")}</svg>
<ul>
${filed.map((one) => placeLink(site, one))}</ul>
</nav>`;
}

function filedByPlace(listings: readonly Listing[], places: HomeProps["places"]): Filed[] {
  const filed = new Map<string, { place: Place; listings: [Listing, ...Listing[]] }>();
  for (const listing of listings.toSorted((a, b) => b.at - a.at)) {
    const place = places[listing.address];
    if (place === undefined) continue;
    const known = filed.get(place.key);
    if (known === undefined) filed.set(place.key, { place, listings: [listing] });
    else known.listings.push(listing);
  }
  return [...filed.values()];
}

/** Dots on which fingers can be put: one for all that is nearer to a place than that. */
function dots(site: Site, filed: readonly Filed[], size: keyof typeof TARGETS): Html {
  const target = TARGETS[size];
  const points = filed.map(({ place }) => pointOf(place, target));
  const links = gatherDots(points, 2 * target).map((indexes) => {
    const near = indexes.map((index) => filed[index] as Filed);
    return dotLink(site, points[indexes[0]] as Dot, target, near);
  });
  return html`<g class="${size}">
${links}</g>
`;
}

/** In whole units, and not so near to the side that a part of the dot is cut off. */
function pointOf({ longitude, latitude }: Place, margin: number): Dot {
  const [x, y] = equalEarth(longitude, latitude);
  const { width, height } = WORLD_SIZE;
  return [clamp(x, margin, width - margin), clamp(y, margin, height - margin)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}

function dotLink(site: Site, [x, y]: Dot, target: number, filed: readonly Filed[]): Html {
  const newest = filed[0] as Filed;
  const titles = filed.flatMap(({ place, listings }) =>
    listings.map(({ headline }) => `${place.name}: ${typographic(headline)}`),
  );
  const at = html` cx="${`${x}`}" cy="${`${y}`}"`;
  return html`<a href="${href(site, newest.listings[0].address)}" tabindex="-1"><title>${titles.join("\n")}</title><circle class="target"${at} r="${`${target}`}"/><circle class="dot"${at}/>${
    titles.length === 1
      ? nothing
      : html`<text x="${`${x}`}" y="${`${y}`}">${`${titles.length}`}</text>`
  }</a>
`;
}

function placeLink(site: Site, { place, listings: [newest] }: Filed): Html {
  const headline = html`<span${foreignAttributes(site, newest.language)}>${typographic(newest.headline)}</span>`;
  return html`<li><a href="${href(site, newest.address)}">${place.name}<span class="unseen">: ${headline}</span></a></li>
`;
}
