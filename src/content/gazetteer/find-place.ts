import type { Place } from "../../model/place.ts";
import { remembering } from "../../model/remembering.ts";
import { foldName } from "./fold-name.ts";
import { Table } from "./table.ts";

// Name, country, state, latitude, longitude, name as it is shown; of a name's places the best known first.
// datelines.tsv and regions.tsv are written by hand, the others come from GeoNames (distill-cities.ts).
const DATELINES = new Table("datelines.tsv");
const CITIES = new Table("cities.tsv");
// Name, and the country or state that it stands for: `IT`, `US-VA`.
const REGIONS = new Table("regions.tsv");
const COUNTRIES = new Table("countries.tsv");

/**
 * The place that a dateline names: `NORFOLK, Va.`, `COLOMBO, Sri Lanka (AP)`. What is not in the tables is no error. A look-up
 * takes 10 µs, and most stories of a paper are filed from a few places.
 */
export const findPlace = remembering((dateline: string): Place | undefined => {
  const [name = "", ...regions] = partsOf(dateline);
  const places = [...DATELINES.rowsOf(name), ...CITIES.rowsOf(name)];
  const row = places.find((place) => regions.every((region) => isIn(place, region)));
  if (row === undefined) return undefined;
  const [country = "", , latitude, longitude, shown = ""] = row;
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return placeAt(shown, point, country === "" ? undefined : country);
});

/** City, then state or country; without agencies in brackets, and without a day: `ROME, July 18 (Reuters)`. */
export function partsOf(dateline: string): string[] {
  const [first = ""] = dateline.replace(/\([^)]*\)/g, "").split("/");
  const parts = first.split(/[,،、，]/).filter((part) => !/\d/.test(part));
  return parts.map(foldName).filter((part) => part !== "");
}

function isIn([country = "", state = ""]: readonly string[], region: string): boolean {
  const codes = [...REGIONS.rowsOf(region), ...COUNTRIES.rowsOf(region)].flat();
  return codes.includes(country) || codes.includes(`${country}-${state}`);
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export function placeAt(name: string, { latitude, longitude }: Point, countryCode?: string): Place {
  return {
    key: [wordOf(name), degrees(latitude, "ns"), degrees(longitude, "ew")].join("-"),
    name,
    latitude,
    longitude,
    ...(countryCode !== undefined && { countryCode }),
  };
}

/** No file system takes names of more than 255 bytes. */
function wordOf(name: string): string {
  return [...foldName(name).toLowerCase().replaceAll(" ", "-")].slice(0, 50).join("");
}

/** `41.89n`. */
function degrees(value: number, [positive, negative]: string): string {
  return `${Math.abs(value)}${value < 0 ? negative : positive}`;
}
