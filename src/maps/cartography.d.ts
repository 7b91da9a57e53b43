// Of packages that ship no types, what Dateline uses.
declare module "d3-geo" {
  export interface Lines {
    readonly type: "MultiPolygon" | "MultiLineString";
    readonly coordinates: readonly unknown[];
  }

  export interface Projection {
    (point: readonly [longitude: number, latitude: number]): [x: number, y: number];
    rotate(angles: readonly [number, number]): Projection;
    scale(scale: number): Projection;
    translate(point: readonly [number, number]): Projection;
    precision(precision: number): Projection;
    clipAngle(degrees: number): Projection;
    clipExtent(box: readonly [readonly [number, number], readonly [number, number]]): Projection;
  }

  export interface PathContext {
    beginPath(): void;
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    closePath(): void;
    arc(): void;
  }

  export function geoAzimuthalEqualArea(): Projection;
  export function geoEqualEarth(): Projection;
  export function geoPath(projection: Projection, context: PathContext): (lines: Lines) => void;
}

declare module "topojson-client" {
  import type { Lines } from "d3-geo";
  export interface Country {
    readonly properties: { readonly name: string };
    readonly arcs: readonly (readonly unknown[])[];
  }
  export interface Topology {
    readonly objects: { readonly countries: { readonly geometries: readonly Country[] } };
  }
  export function merge(topology: Topology, geometries: readonly unknown[]): Lines;
  export function mesh(
    topology: Topology,
    object: unknown,
    isKept: (one: unknown, other: unknown) => boolean,
  ): Lines;
}

declare module "topojson-simplify" {
  import type { Topology } from "topojson-client";
  export function presimplify(topology: Topology, weight: unknown): Topology;
  export function simplify(topology: Topology, least: number): Topology;
  export function filter(topology: Topology, isKept: unknown): Topology;
  export function filterWeight(topology: Topology, least: number, weight: unknown): unknown;
  export const sphericalTriangleArea: unknown;
  export const sphericalRingArea: unknown;
}
