import { geoAzimuthalEqualArea, geoPath, type Projection } from "d3-geo";
import type { Place } from "../model/place.ts";
import { PathData } from "./path-data.ts";
import world from "./world.json" with { type: "json" };

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
/** Islands that are smaller are crumbs. */
const LEAST_ISLAND_PX = 2;

/** Draws the land around a place, at one scale for most of them, so that readers learn how far things are. */
export function drawLocator(place: Place, halfWidthsKm = HALF_WIDTHS_KM): LocatorShapes {
  const leastArea = LEAST_LAND * LOCATOR_SIZE.width * LOCATOR_SIZE.height;
  const [km = OCEAN_KM, ...wider] = halfWidthsKm;
  const projection = projectionAround(place, km);
  const land = drawn(projection, "land");
  if (land.area < leastArea && wider.length > 0) return drawLocator(place, wider);
  const borders = drawn(projection, "borders");
  return { land: land.toString(LEAST_ISLAND_PX), borders: borders.toString() };
}

function projectionAround({ latitude, longitude }: Place, halfWidthKm: number): Projection {
  const { width, height } = LOCATOR_SIZE;
  const scale = width / 2 / (2 * Math.sin(halfWidthKm / EARTH_KM / 2));
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .scale(scale)
    .translate([width / 2, height / 2])
    .precision(0.5)
    .clipAngle(60)
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
}

const TYPES = { land: "MultiPolygon", borders: "MultiLineString" } as const;

function drawn(projection: Projection, shape: keyof typeof TYPES): PathData {
  const path = new PathData();
  geoPath(projection, path)({ type: TYPES[shape], coordinates: world[shape] });
  return path;
}
