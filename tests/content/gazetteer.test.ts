import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPlace } from "../../src/content/gazetteer/find-place.ts";
import { foldName } from "../../src/content/gazetteer/fold-name.ts";
import { placeText } from "../../src/model/place.ts";
import { PROJECT_FOLDER } from "../support/paper-from.ts";
import { siteFrom, storyFrom } from "./sample-context.ts";

function keyOf(dateline: string): string | undefined {
  return findPlace(dateline)?.key;
}

describe("A dateline is found", () => {
  test.each([
    ["ROME", "rome-41.89n-12.51e"],
    ["ROME, Ga.", "rome-34.26n-85.16w"],
    ["NORFOLK, Va.", "norfolk-36.85n-76.29w"],
    ["WASHINGTON", "washington-38.9n-77.04w"],
    ["ST. LOUIS", "saint-louis-38.63n-90.2w"],
    ["SAN JOSE, Calif.", "san-jose-37.34n-121.89w"],
    ["SAN JOSE, Costa Rica", "san-jose-9.93n-84.08w"],
    ["ATHENS", "athens-37.98n-23.73e"],
    ["ATHENS, Georgia", "athens-33.96n-83.38w"],
    ["TBILISI, Georgia", "tbilisi-41.69n-44.83e"],
    ["BIRMINGHAM, England", "birmingham-52.48n-1.9w"],
    ["BIRMINGHAM, Alabama", "birmingham-33.52n-86.8w"],
    ["LONDON, Ontario", "london-42.98n-81.23w"],
    ["SAO PAULO", "sao-paulo-23.55s-46.64w"],
    ["SÃO PAULO", "sao-paulo-23.55s-46.64w"],
    ["N'DJAMENA, Chad", "ndjamena-12.11n-15.04e"],
    ["BOMBAY, India", "mumbai-19.07n-72.88e"],
    ["KIEV, Ukraine", "kyiv-50.45n-30.52e"],
    ["UNITED NATIONS", "united-nations-40.75n-73.97w"],
    ["CAMP DAVID, Md.", "camp-david-39.65n-77.46w"],
    ["VATICAN CITY", "vatican-city-41.9n-12.45e"],
    ["GENEVA", "geneva-46.2n-6.15e"],
    ["МОСКВА", "moscow-55.75n-37.62e"],
    ["МОСКВА, Россия", "moscow-55.75n-37.62e"],
    ["القاهرة", "cairo-30.06n-31.25e"],
    ["東京", "tokyo-35.69n-139.69e"],
    ["ΑΘΗΝΑ", "athens-37.98n-23.73e"],
    ["NORFOLK, Va. (AP)", "norfolk-36.85n-76.29w"],
    ["ROME, July 18 (Reuters)", "rome-41.89n-12.51e"],
    ["WASHINGTON/MOSCOW", "washington-38.9n-77.04w"],
  ])("%s is %s", (dateline, key) => expect(keyOf(dateline)).toBe(key));
});

test.each(["ABOARD AIR FORCE ONE", "ROME, Zambia", "ROME, Atlantis", "", "(AP)", "constructor"])(
  "%j is nowhere that is known",
  (dateline) => expect(findPlace(dateline)).toBeUndefined(),
);

const AMERICA =
  "ATLANTA BALTIMORE BOSTON CHICAGO CINCINNATI CLEVELAND DALLAS DENVER DETROIT HONOLULU HOUSTON INDIANAPOLIS LAS_VEGAS LOS_ANGELES MIAMI MILWAUKEE MINNEAPOLIS NEW_ORLEANS NEW_YORK OKLAHOMA_CITY PHILADELPHIA PHOENIX PITTSBURGH ST._LOUIS SALT_LAKE_CITY SAN_ANTONIO SAN_DIEGO SAN_FRANCISCO SEATTLE WASHINGTON";
const ABROAD =
  "NL AMSTERDAM IQ BAGHDAD TH BANGKOK CN BEIJING LB BEIRUT DE BERLIN BE BRUSSELS EG CAIRO DJ DJIBOUTI IE DUBLIN CH GENEVA GI GIBRALTAR GT GUATEMALA_CITY CU HAVANA FI HELSINKI HK HONG_KONG PK ISLAMABAD TR ISTANBUL ZA JOHANNESBURG KW KUWAIT_CITY GB LONDON LU LUXEMBOURG MO MACAU ES MADRID MX MEXICO_CITY IT MILAN MC MONACO CA MONTREAL RU MOSCOW DE MUNICH IN NEW_DELHI PA PANAMA_CITY FR PARIS CZ PRAGUE CA QUEBEC_CITY BR RIO_DE_JANEIRO IT ROME SM SAN_MARINO BR SAO_PAULO CN SHANGHAI SG SINGAPORE SE STOCKHOLM AU SYDNEY JP TOKYO CA TORONTO VA VATICAN_CITY AT VIENNA CH ZURICH";

describe("C12.2 C12.3 the cities that stand alone in the trade", () => {
  test("are where everybody takes them to be", () => {
    const abroad = [...ABROAD.matchAll(/(..) (\S+)/g)].map(([, country, name]) => [name, country]);
    const cities = [...AMERICA.split(" ").map((name) => [name, "US"]), ...abroad];
    const wrong = cities.filter(
      ([name = "", country]) => findPlace(name.replaceAll("_", " "))?.countryCode !== country,
    );
    expect(cities).toHaveLength(78);
    expect(wrong).toEqual([]);
  });

  test("are named with no country where that is disputed, or means nothing", () => {
    expect(findPlace("JERUSALEM")).not.toHaveProperty("countryCode");
    expect(findPlace("UNITED NATIONS")).not.toHaveProperty("countryCode");
  });
});

function sampleDatelines(): string[] {
  const folder = join(PROJECT_FOLDER, "content/stories");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .flatMap(
      (name) => /^dateline: (.*)$/m.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? [],
    );
}

/** As the trade writes them after a city. */
const STATES =
  "Ala. Alaska Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Hawaii Idaho Ill. Ind. Iowa Kan. Ky. La. Maine Md. Mass. Mich. Minn. Miss. Mo. Mont. N.C. N.D. N.H. N.J. N.M. N.Y. Neb. Nev. Ohio Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Texas Utah Va. Vt. W.Va. Wash. Wis. Wyo.".split(
    " ",
  );

test("C12.2 C12.3 C12.4 a dateline of the sample paper has a state or a country, unless its city stands alone", () => {
  const alone = `${AMERICA} ${ABROAD} JERUSALEM UNITED_NATIONS`.split(" ");
  const datelines = sampleDatelines().filter((dateline) => /^[A-Z]/.test(dateline));
  for (const dateline of datelines) {
    const [city = "", region] = dateline.split(", ");
    expect(region === undefined, dateline).toBe(alone.includes(city.replaceAll(" ", "_")));
    if (region === undefined) continue;
    const isAmerican = findPlace(dateline)?.countryCode === "US";
    expect(STATES.includes(region), dateline).toBe(isAmerican);
  }
  expect(datelines.length).toBeGreaterThan(40);
});

test("every dateline of the sample paper is found", () => {
  const found = sampleDatelines().map((dateline) => `${dateline}: ${keyOf(dateline)}`);
  expect([...new Set(found)].sort()).toMatchInlineSnapshot(`
    [
      "AGRA, India: agra-27.18n-78.02e",
      "BEIJING: beijing-39.91n-116.4e",
      "BELFAST, Northern Ireland: belfast-54.6n-5.93w",
      "BONN, Germany: bonn-50.73n-7.1e",
      "BRUSSELS: brussels-50.85n-4.35e",
      "BUENOS AIRES, Argentina: buenos-aires-34.61s-58.38w",
      "CAPE CANAVERAL, Fla.: cape-canaveral-28.41n-80.6w",
      "CASTEL GANDOLFO, Italy: castel-gandolfo-41.75n-12.65e",
      "CATANIA, Italy: catania-37.49n-15.07e",
      "COLOMBO, Sri Lanka: colombo-6.94n-79.85e",
      "CRAWFORD, Texas: crawford-31.53n-97.44w",
      "FOSTER CITY, Calif.: foster-city-37.56n-122.27w",
      "GENOA, Italy: genoa-44.4n-8.94e",
      "HANOI, Vietnam: hanoi-21.02n-105.84e",
      "HOUSTON: houston-29.76n-95.36w",
      "JAKARTA, Indonesia: jakarta-6.21s-106.85e",
      "LIMA, Peru: lima-12.04s-77.03w",
      "LOUISVILLE, Ky.: louisville-38.25n-85.76w",
      "LUSAKA, Zambia: lusaka-15.41s-28.29e",
      "LUXOR, Egypt: luxor-25.7n-32.64e",
      "MOSCOW: moscow-55.75n-37.62e",
      "PARIS: paris-48.85n-2.35e",
      "ROME: rome-41.89n-12.51e",
      "SAN DIEGO: san-diego-32.72n-117.16w",
      "SEATTLE: seattle-47.61n-122.33w",
      "SOFIA, Bulgaria: sofia-42.7n-23.32e",
      "SYDNEY: sydney-33.87s-151.21e",
      "THE HAGUE, Netherlands: the-hague-52.08n-4.3e",
      "TOKYO: tokyo-35.69n-139.69e",
      "UNITED NATIONS: united-nations-40.75n-73.97w",
      "WASHINGTON: washington-38.9n-77.04w",
      "WIMBLEDON, England: wimbledon-51.42n-0.21w",
      "МОСКВА: moscow-55.75n-37.62e",
      "الأمم المتحدة: united-nations-40.75n-73.97w",
      "東京: tokyo-35.69n-139.69e",
    ]
  `);
});

test("site.yaml knows better", () => {
  const site = siteFrom(`
name: The Paper
url: https://example.org/
language: en
zone: UTC
sections: {}
places:
  ROME, N.Y.: { latitude: 43.21, longitude: -75.46, name: Rome }
  ABOARD THE ESPERANZA: { latitude: -60, longitude: 2.5 }
`);
  const placeOf = (dateline: string) => storyFrom(`dateline: ${dateline}`, { site }).place;
  expect(placeOf("ROME, N.Y. (AP)")).toMatchObject({ latitude: 43.21, name: "Rome" });
  expect(placeOf("ABOARD THE ESPERANZA")).toMatchObject({ key: "aboard-the-esperanza-60s-2.5e" });
  expect(placeOf("ROME")).toMatchObject({ countryCode: "IT" });
});

test("a place is named with its country, in the language of the paper", () => {
  const text = (dateline: string, language: string) => {
    const place = findPlace(dateline);
    return place && placeText(place, language);
  };
  expect(text("ROME", "en-US")).toBe("Rome, Italy");
  expect(text("ROME", "de")).toBe("Rome, Italien");
  expect(text("SINGAPORE", "en")).toBe("Singapore");
  expect(text("UNITED NATIONS", "en")).toBe("United Nations");
});

describe.each(["cities", "countries", "datelines", "regions"])("%s.tsv", (name) => {
  const url = new URL(`../../src/content/gazetteer/${name}.tsv`, import.meta.url);
  const names = readFileSync(url, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(0, line.indexOf("\t")));

  test("is sorted by its names' bytes, so that they are found", () => {
    const sorted = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(names).toEqual(sorted);
  });

  test("has names as they are looked up", () => {
    expect(names.filter((name) => foldName(name) !== name)).toEqual([]);
  });
});
