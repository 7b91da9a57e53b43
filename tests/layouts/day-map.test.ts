import { expect, test } from "vitest";
import { dayMap } from "../../layouts/parts/day-map.ts";
import { findPlace } from "../../src/content/gazetteer/find-place.ts";
import type { Place } from "../../src/model/place.ts";
import { frameWith, listingWith, stamp, textOf } from "./sample.ts";

const { site } = frameWith({ base: "/paper" });

/** Stories by their datelines, newest first. */
function mapOf(...datelines: readonly string[]) {
  const listings = datelines.map((_, index) =>
    listingWith({
      address: `/2001/07/storm-${index}/`,
      headline: `Storm ${index} "nears"`,
      published: stamp(`2001-07-${19 - index}`),
    }),
  );
  const places = listings.map(({ address }, index) => [
    address,
    findPlace(datelines[index] as string) as Place,
  ]);
  return dayMap(site, listings.toReversed(), Object.fromEntries(places));
}

test("a paper with no known dateline has no map", () => {
  expect(dayMap(site, [listingWith()], {}).toString()).toBe("");
});

test("each place is a link to its newest story, that says which", () => {
  const map = mapOf("ROME", "SUVA, Fiji", "ROME");
  expect(textOf(map)).toMatch(
    /Where the news comes from .* Rome: Storm 0 “nears” Suva: Storm 1 “nears” $/,
  );
  expect([...map.toString().matchAll(/<li><a href="([^"]+)"/g)].map(([, link]) => link)).toEqual([
    "/paper/2001/07/storm-0/",
    "/paper/2001/07/storm-1/",
  ]);
});

test("a dot for several stories shows how many, and names them all", () => {
  const dots = mapOf("ROME", "SUVA, Fiji", "ROME")
    .toString()
    .match(/<a href[^>]*tabindex="-1">.*?<\/a>/gs);
  expect(dots).toHaveLength(4);
  expect(dots?.[0]).toContain("<title>Rome: Storm 0 “nears”\nRome: Storm 2 “nears”</title>");
  expect(dots?.[0]).toMatch(/<text [^>]*>2<\/text>/);
});

test("on a phone neighbors are one dot, that leads to the newest", () => {
  const [wide = "", narrow = ""] = mapOf("ROME", "SOFIA, Bulgaria")
    .toString()
    .split('class="narrow"');
  expect(wide.match(/<circle class="dot"/g)).toHaveLength(1);
  expect(narrow.match(/<circle class="dot"/g)).toHaveLength(1);
  expect(narrow).toContain("Rome: Storm 0 “nears”\nSofia: Storm 1 “nears”</title>");
  expect(
    mapOf("ROME", "MOSCOW")
      .toString()
      .match(/<circle class="dot"/g),
  ).toHaveLength(3);
});
