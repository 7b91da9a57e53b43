// Makes the world's outlines from Natural Earth's (the npm package world-atlas): node distill/world.ts
import { readFileSync, writeFileSync } from "node:fs";
import { geoEqualEarth, geoPath, type Lines } from "d3-geo";
import { merge, mesh, type Topology } from "topojson-client";
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from "topojson-simplify";
import { MIDDLE_LONGITUDE, SCALE, TOP, WORLD_SIZE } from "../src/maps/equal-earth.ts";
import { PathData } from "../src/maps/path-data.ts";

const ATLAS = new URL(import.meta.resolve("world-atlas/countries-50m.json"));
const MAPS = new URL("../src/maps/", import.meta.url);

/** In the atlas the land of Antarctica is a hole in a ring around the pole, which is lost when it is simplified. */
function readAtlas(): Topology {
  const atlas: Topology = JSON.parse(readFileSync(ATLAS, "utf8"));
  const geometries = atlas.objects.countries.geometries.map((country) => {
    if (country.properties.name !== "Antarctica") return country;
    return { ...country, arcs: country.arcs.map(([ring, hole]) => [hole ?? ring]) };
  });
  return { ...atlas, objects: { countries: { ...atlas.objects.countries, geometries } } };
}

/** @param pixel side of a pixel in radians: what is smaller is not drawn. */
function simplified(topology: Topology, pixel: number, least: number): Topology {
  const simple = simplify(topology, least * pixel ** 2);
  return filter(simple, filterWeight(simple, 2 * pixel ** 2, sphericalRingArea));
}

/** For locator maps: the pixel of the nearer ones is 15 km. */
function writeWorld(topology: Topology): void {
  const { countries } = topology.objects;
  const land = merge(topology, countries.geometries);
  const borders = mesh(topology, countries, (one, other) => one !== other);
  const text = [`{"land":[`, linesOf(land), `],"borders":[`, linesOf(borders), "]}\n"];
  writeFileSync(new URL("world.json", MAPS), text.join("\n"));
}

function linesOf({ coordinates }: Lines): string {
  return coordinates.map((line) => JSON.stringify(rounded(line))).join(",\n");
}

function rounded(value: unknown): unknown {
  return Array.isArray(value) ? value.map(rounded) : Math.round(Number(value) * 100) / 100;
}

/** For the map of the day. */
function writeOutline(topology: Topology): void {
  const { width, height } = WORLD_SIZE;
  const projection = geoEqualEarth()
    .rotate([-MIDDLE_LONGITUDE, 0])
    .scale(SCALE)
    .translate([width / 2, TOP])
    .precision(1)
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  const path = new PathData();
  geoPath(projection, path)(merge(topology, topology.objects.countries.geometries));
  const text = `/** The land, as path data in the box of \`WORLD_SIZE\`. Made by distill/world.ts. */
export const WORLD_OUTLINE =
  "${path.toString(4)}";
`;
  writeFileSync(new URL("world-outline.ts", MAPS), text);
}

const weighed = presimplify(readAtlas(), sphericalTriangleArea);
writeWorld(simplified(weighed, 16 / 6371, 1));
writeOutline(simplified(weighed, 1 / SCALE, 2));
