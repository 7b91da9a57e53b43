import { type Dot, gatherNear, inside, nudgeApart } from "../../src/maps/arrange-dots.ts";
import { equalEarth, WORLD_SIZE } from "../../src/maps/equal-earth.ts";
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

/** Half of what a finger needs, in units of the map: 12 pixels where it is 544 and where it is 274 pixels wide. */
const [WIDE_TARGET, NARROW_TARGET] = [14, 28];

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
${wideDots(site, filed)}${narrowDots(site, filed)}</svg>
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

/** A dot for each place: where another is in the way, beside it and with a line to it. Those with most stories stay in theirs. */
function wideDots(site: Site, filed: readonly Filed[]): Html {
  const box = { ...WORLD_SIZE, margin: WIDE_TARGET };
  const ranked = filed.toSorted((a, b) => b.listings.length - a.listings.length);
  const points = ranked.map(({ place }) => inside(pointOf(place), box));
  const dots = nudgeApart(points, 2 * WIDE_TARGET, box);
  const links = ranked.map((one, index) => dotLink(site, dots[index] as Dot, WIDE_TARGET, [one]));
  return html`<g class="wide">
${leaders(points, dots)}${links}</g>
`;
}

function leaders(points: readonly Dot[], dots: readonly Dot[]): Html {
  const moved = points.flatMap(([x, y], index) => {
    const [dotX, dotY] = dots[index] as Dot;
    return x === dotX && y === dotY
      ? []
      : [{ spot: `M${x} ${y}h0`, line: `M${x} ${y}L${dotX} ${dotY}` }];
  });
  if (moved.length === 0) return nothing;
  return html`<path class="leaders" d="${moved.map(({ line }) => line).join("")}"/>
<path class="spots" d="${moved.map(({ spot }) => spot).join("")}"/>
`;
}

/** A dot for all that is near one place. */
function narrowDots(site: Site, filed: readonly Filed[]): Html {
  const box = { ...WORLD_SIZE, margin: NARROW_TARGET };
  const points = filed.map(({ place }) => inside(pointOf(place), box));
  const gathered = gatherNear(points, 2 * NARROW_TARGET);
  return html`<g class="narrow">
${gathered.map((indexes) => {
  const near = indexes.map((index) => filed[index] as Filed);
  return dotLink(site, points[indexes[0] as number] as Dot, NARROW_TARGET, near);
})}</g>
`;
}

function pointOf({ longitude, latitude }: Place): Dot {
  return equalEarth(longitude, latitude);
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
