import { geoEqualEarth } from "d3-geo";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  equalEarth,
  MIDDLE_LONGITUDE,
  SCALE,
  TOP,
  WORLD_SIZE,
} from "../../src/maps/equal-earth.ts";
import { type Dot, gatherDots } from "../../src/maps/gather-dots.ts";

const EUROPE = fc
  .array(
    fc.tuple(
      fc.double({ min: -10, max: 30, noNaN: true }),
      fc.double({ min: 36, max: 60, noNaN: true }),
    ),
    { minLength: 20, maxLength: 20 },
  )
  .map((points) => points.map(([longitude, latitude]) => equalEarth(longitude, latitude)));

test.each([30, 56])(
  "twenty datelines in Europe are dots at least %i apart, and none is lost",
  (distance) => {
    fc.assert(
      fc.property(EUROPE, (points) => {
        const gathered = gatherDots(points, distance);
        expect(nearest(gathered.map(([first]) => points[first] as Dot))).toBeGreaterThanOrEqual(
          distance,
        );
        expect(gathered.flat().sort((a, b) => a - b)).toEqual(points.map((_, index) => index));
      }),
    );
  },
);

test("dots that are in nobody's way stay alone", () => {
  const points: Dot[] = [
    [100, 100],
    [130, 100],
    [300, 200],
  ];
  expect(gatherDots(points, 30)).toEqual([[0], [1], [2]]);
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
