import type { Place } from "../model/place.ts";
import world from "./world.json" with { type: "json" };

type Points = readonly (readonly number[])[];

/** In degrees; of a shape that lies across the antimeridian all longitudes. */
interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const landBoxes = world.land.map((rings) => boxOf(rings.flat()));
const borderBoxes = world.borders.map(boxOf);

/** The land that can be seen around a place: to draw all of the world takes some three times as long. */
export function landAround(place: Place, radius: number): unknown[] {
  const isNear = nearness(place, radius);
  return world.land.filter((_, index) => isNear(landBoxes[index] as Box));
}

export function bordersAround(place: Place, radius: number): unknown[] {
  const isNear = nearness(place, radius);
  return world.borders.filter((_, index) => isNear(borderBoxes[index] as Box));
}

/** @param radius of a circle around the place, in radians. */
function nearness({ latitude, longitude }: Place, radius: number): (box: Box) => boolean {
  const far = degrees(radius);
  const hasPole = Math.abs(latitude) + far >= 90;
  // As far as the meridians that touch the circle.
  const aside = hasPole ? 180 : degrees(Math.asin(Math.sin(radius) / Math.cos(radians(latitude))));
  return ({ west, east, south, north }) =>
    south <= latitude + far &&
    north >= latitude - far &&
    [-360, 0, 360].some(
      (turn) => west <= longitude + turn + aside && east >= longitude + turn - aside,
    );
}

function boxOf(points: Points): Box {
  const longitudes = points.map(([longitude]) => longitude as number);
  const latitudes = points.map(([, latitude]) => latitude as number);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
