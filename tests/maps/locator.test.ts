import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { mapDocument } from "../../layouts/map.ts";
import { findPlace } from "../../src/content/gazetteer/find-place.ts";
import { drawLocator } from "../../src/maps/locator.ts";
import type { Place } from "../../src/model/place.ts";
import { frameWith } from "../layouts/sample.ts";

const DATELINES = [
  "AGRA, India",
  "BEIJING",
  "BELGRADE, Serbia",
  "BERLIN",
  "BRATISLAVA, Slovakia",
  "BUENOS AIRES, Argentina",
  "CAPE CANAVERAL, Fla.",
  "CAPE TOWN, South Africa",
  "GENEVA",
  "HAMILTON, Bermuda",
  "HONOLULU",
  "ISTANBUL",
  "JAKARTA, Indonesia",
  "LINZ, Austria",
  "LONDON",
  "LONGYEARBYEN",
  "LUSAKA, Zambia",
  "MCMURDO STATION",
  "MOSCOW",
  "NORFOLK, Va.",
  "NUUK",
  "PAGO PAGO",
  "PRAGUE",
  "REYKJAVIK, Iceland",
  "ROME",
  "SINGAPORE",
  "SUVA, Fiji",
  "SYDNEY",
  "THE HAGUE, Netherlands",
  "TOKYO",
  "VALLETTA, Malta",
  "WELLINGTON, New Zealand",
];

function mapOf(dateline: string): string {
  const place = findPlace(dateline) as Place;
  return mapDocument({ frame: frameWith(), place, shapes: drawLocator(place) }).toString();
}

test.each(DATELINES)("the map of %s takes less than 3 kB", (dateline) => {
  expect(Buffer.byteLength(mapOf(dateline))).toBeLessThan(3000);
});

test("the maps have the same bytes on every machine", () => {
  expect(hash("sha256", DATELINES.map(mapOf).join(""))).toMatchInlineSnapshot(
    `"e80ff84018c3afc7da4156758d758985cd09e48f7b777036f5279fe9a1eec9ea"`,
  );
});

describe("A map shows land", () => {
  test.each(["SUVA, Fiji", "HONOLULU", "PAGO PAGO", "MCMURDO STATION"])(
    "around %s too",
    (dateline) => {
      expect(drawLocator(findPlace(dateline) as Place).land).not.toBe("");
    },
  );
});

test("a map is named, and takes its colors from the page", () => {
  const map = mapOf("ROME");
  expect(map).toContain("<title>Map: Rome, Italy</title>");
  expect(map).toContain('<g id="map">');
  for (const name of ["land", "sea", "border", "accent"]) expect(map).toContain(`var(--${name},`);
  expect(map).not.toMatch(/<style|style=/);
});
