import { geoAzimuthalEqualArea, geoPath, type Lines, type Projection } from "d3-geo";
import type { Place } from "../model/place.ts";
import { PathData } from "./path-data.ts";
import { bordersAround, landAround } from "./shapes-around.ts";

/** Of the box that a locator map is drawn in; the place is in the middle. */
const LOCATOR_SIZE = { width: 160, height: 120 } as const;

/** Path data. */
export interface LocatorShapes {
  readonly land: string;
  /** Between countries; empty where there are none. */
  readonly borders: string;
}

const EARTH_KM = 6371;
/** From the middle to the side: of a region, of a sea with islands in it, of an ocean. */
const OCEAN_KM = 5000;
const HALF_WIDTHS_KM: readonly number[] = [1200, 2500, OCEAN_KM];
const LEAST_LAND = 0.05;
/** What is drawn beyond the box, so that no coast ends before it. */
const EDGE_PX = 2;
/** Islands that are smaller are crumbs. */
const LEAST_ISLAND_PX = 2;

/** Draws the land around a place, at one scale for most of them, so that readers learn how far things are. */
export function drawLocator(place: Place, halfWidthsKm = HALF_WIDTHS_KM): LocatorShapes {
  const leastArea = LEAST_LAND * LOCATOR_SIZE.width * LOCATOR_SIZE.height;
  const [km = OCEAN_KM, ...wider] = halfWidthsKm;
  const projection = projectionAround(place, km);
  const radius = radiusOf(km);
  const land = drawn(projection, "MultiPolygon", landAround(place, radius));
  if (land.area < leastArea && wider.length > 0) return drawLocator(place, wider);
  const borders = drawn(projection, "MultiLineString", bordersAround(place, radius));
  return { land: land.toString(LEAST_ISLAND_PX), borders: borders.toString() };
}

function projectionAround({ latitude, longitude }: Place, halfWidthKm: number): Projection {
  const { width, height } = LOCATOR_SIZE;
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .scale(scaleOf(halfWidthKm))
    .translate([width / 2, height / 2])
    .precision(0.5)
    .clipAngle(60)
    .clipExtent([
      [-EDGE_PX, -EDGE_PX],
      [width + EDGE_PX, height + EDGE_PX],
    ]);
}

/** Pixels of the globe's radius. This projection keeps chords from the middle as they are. */
function scaleOf(halfWidthKm: number): number {
  const chord = 2 * Math.sin(halfWidthKm / EARTH_KM / 2);
  return LOCATOR_SIZE.width / 2 / chord;
}

/** From the middle to a corner, in radians. */
function radiusOf(halfWidthKm: number): number {
  const { width, height } = LOCATOR_SIZE;
  const corner = Math.hypot(width / 2 + EDGE_PX, height / 2 + EDGE_PX);
  return 2 * Math.asin(corner / scaleOf(halfWidthKm) / 2);
}

function drawn(projection: Projection, type: Lines["type"], coordinates: unknown[]): PathData {
  const path = new PathData();
  geoPath(projection, path)({ type, coordinates });
  return path;
}
