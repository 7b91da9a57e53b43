import { geoEqualEarth } from "d3-geo";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Dot, gatherNear, nudgeApart } from "../../src/maps/arrange-dots.ts";
import {
  equalEarth,
  MIDDLE_LONGITUDE,
  SCALE,
  TOP,
  WORLD_SIZE,
} from "../../src/maps/equal-earth.ts";

const BOX = { ...WORLD_SIZE, margin: 8 };

const EUROPE = fc
  .array(
    fc.tuple(
      fc.double({ min: -10, max: 30, noNaN: true }),
      fc.double({ min: 36, max: 60, noNaN: true }),
    ),
    { minLength: 20, maxLength: 20 },
  )
  .map((points) => points.map(([longitude, latitude]) => equalEarth(longitude, latitude)));

test("twenty datelines in Europe do not hide each other", () => {
  fc.assert(
    fc.property(EUROPE, (points) => {
      const dots = nudgeApart(points, 16, BOX);
      expect(nearest(dots)).toBeGreaterThanOrEqual(16);
      expect(dots.every(([x, y]) => x >= 8 && y >= 8 && x <= 632 && y <= 266)).toBe(true);
    }),
  );
});

test("on a phone no two fingers' breadths overlap, and no dateline is lost", () => {
  fc.assert(
    fc.property(EUROPE, (points) => {
      const gathered = gatherNear(points, 56);
      expect(nearest(gathered.map(([first = 0]) => points[first] as Dot))).toBeGreaterThanOrEqual(
        56,
      );
      expect(gathered.flat().sort((a, b) => a - b)).toEqual(points.map((_, index) => index));
    }),
  );
});

test("dots that are in nobody's way stay", () => {
  const dots: Dot[] = [
    [100, 100],
    [120, 100],
    [300, 200],
  ];
  expect(nudgeApart(dots, 16, BOX)).toEqual(dots);
});

function nearest(dots: readonly Dot[]): number {
  const distances = dots.flatMap(([x, y], index) =>
    dots.slice(index + 1).map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY)),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

test("places are where the outline of the land is: as d3 has Equal Earth", () => {
  const projection = geoEqualEarth()
    .rotate([-MIDDLE_LONGITUDE, 0])
    .scale(SCALE)
    .translate([WORLD_SIZE.width / 2, TOP]);
  const points = fc.tuple(
    fc.integer({ min: -179, max: 179 }).filter((longitude) => longitude !== -169),
    fc.integer({ min: -89, max: 89 }),
  );
  fc.assert(
    fc.property(points, (point) => {
      const [x, y] = projection(point);
      const [ownX, ownY] = equalEarth(...point);
      expect(Math.hypot(x - ownX, y - ownY)).toBeLessThan(0.01);
    }),
  );
});
