import { expect, test } from "vitest";
import { correctionsDocument } from "../../layouts/corrections.ts";
import { frontDocument } from "../../layouts/front.ts";
import { homeDocument } from "../../layouts/home.ts";
import { monthDocument } from "../../layouts/month.ts";
import { notFoundDocument } from "../../layouts/not-found.ts";
import { periodDocument } from "../../layouts/period.ts";
import { redirectDocument } from "../../layouts/redirect.ts";
import { yearDocument } from "../../layouts/year.ts";
import { trustedHtml } from "../../src/markup/html.ts";
import { NEWS, sectionList } from "../../src/model/list.ts";
import type { Listing } from "../../src/model/listing.ts";
import { toldDocument } from "../support/told-page.ts";
import { frameWith, listingWith, stamp, textOf } from "./sample.ts";

const frame = frameWith({ base: "/paper" });

function homeWith(top: readonly Listing[]) {
  return homeDocument({ frame, top, pictures: {}, latest: top, places: {}, strips: [] });
}

test("a list shows headline, dateline, summary, section and time, and no byline", () => {
  const listings = [
    listingWith({
      kind: "analysis",
      dateline: "ROME",
      summary: "Winds rise.",
      section: "world",
      byline: [{ name: "Ann" }],
    }),
  ];
  const page = textOf(homeWith(listings));
  expect(page).toContain(
    "Analysis Storm nears the coast ROME — Winds rise. World July 19, 2001, 9:30 a.m. EDT",
  );
  expect(page).not.toContain("Ann");
});

test("headlines and summaries have the quotation marks of the text", () => {
  const listings = [listingWith({ headline: "Japan's vote", summary: `"Yes," they said` })];
  const page = textOf(homeWith(listings));
  expect(page).toContain("Japan’s vote “Yes,” they said");
});

test("a headline in another language says so to screen readers", () => {
  const listings = [listingWith({ language: "he" })];
  expect(homeWith(listings).toString()).toContain(
    '<a href="/paper/2001/07/storm/" lang="he" dir="rtl">',
  );
});

test("hostile text in a list stays text", () => {
  const bad = `"><script>`;
  const listings = [listingWith({ headline: bad, kicker: bad, summary: bad, dateline: bad })];
  const head = { list: sectionList("world"), name: bad, description: bad };
  const front = frontDocument({ frame, shows: "front", head, listings, periods: ["2001-07"] });
  expect(front.toString()).not.toContain("<script>");
});

test("a section's front leads to its months", () => {
  const head = { list: sectionList("world"), name: "World" };
  const front = frontDocument({ frame, shows: "front", head, listings: [], periods: ["2001-07"] });
  expect(front.toString()).toContain('<a href="/paper/world/2001/07/">July 2001</a>');
});

test("the latest updates are described by the paper's promise", () => {
  const head = { list: NEWS, name: "" };
  const front = frontDocument({ frame, shows: "front", head, listings: [], periods: [] });
  expect(toldDocument(front.toString()).meta("description")).toEqual([frame.site.promise]);
});

test("an author's front shows the note", () => {
  const author = { key: "ann", name: "Ann", kind: "bureau", note: "Covers *ports*." } as const;
  const head = { list: "author/ann", name: "Ann", author };
  const front = frontDocument({ frame, shows: "front", head, listings: [], periods: [] });
  expect(front.toString()).toContain("Covers <em>ports</em>.");
});

test("day, month and year lead to one another", () => {
  const head = { list: NEWS, name: "" };
  const day = "2001-07-19";
  const listings = [listingWith()];
  const days = [{ day, listings, hasMore: true }];
  expect(
    periodDocument({ frame, shows: "period", head, period: day, listings }).toString(),
  ).toContain('<a href="/paper/2001/07/">July</a>');
  const month = monthDocument({ frame, shows: "month", period: "2001-07", days }).toString();
  expect(month).toContain('<a href="/paper/2001/">2001</a>');
  expect(month).toContain('<a href="/paper/2001/07/19/">All stories of July 19, 2001</a>');
  const year = yearDocument({ frame, shows: "year", period: "2001", days: [day] }).toString();
  expect(year).toContain('<a href="/paper/2001/07/">July</a>');
  expect(year).toContain('<a href="/paper/2001/07/19/" aria-label="July 19, 2001">19</a>');
});

test("where all are of one day, it is said once, and of each the time of day where there is one", () => {
  const listings = [
    listingWith({ section: "world" }),
    listingWith({ section: "world", published: stamp("2001-07-19") }),
    listingWith({ published: stamp("2001-07-19") }),
  ];
  const days = [{ day: "2001-07-19", listings, hasMore: false }];
  const head = { list: NEWS, name: "" };
  for (const document of [
    monthDocument({ frame, shows: "month", period: "2001-07", days }),
    periodDocument({ frame, shows: "period", head, period: "2001-07-19", listings }),
  ]) {
    const page = document.toString();
    const lines = Array.from(
      page.matchAll(/<p class="where">(.*?)<\/p>/g),
      ([, line = ""]) => line,
    );
    expect(lines.map((line) => line.replace(/<.*?>/g, ""))).toEqual([
      "World 9:30 a.m. EDT",
      "World",
    ]);
    expect(page).toContain('<time datetime="2001-07-19T09:30:00-04:00">9:30 a.m. EDT</time>');
  }
});

test("the corrections say what was corrected, when, and how to report an error", () => {
  const organization = { policies: [], email: "desk@example.org" };
  const correction = { kind: "clarification", date: stamp("2016-07-27"), text: "Monday." } as const;
  const corrected = [{ address: "/2001/07/storm/", headline: "Storm", language: "en", correction }];
  const page = textOf(
    correctionsDocument({
      frame: frameWith({ organization }),
      shows: "corrections",
      corrected,
      periods: ["2016"],
    }),
  );
  expect(page).toContain("Report an error: desk@example.org Storm Clarification (July 27, 2016)");
});

test("a correction in another language says so to screen readers", () => {
  const correction = { kind: "correction", date: stamp("2016-07-27"), text: "Lundi." } as const;
  const corrected = [{ address: "/2001/07/orage/", headline: "Orage", language: "fr", correction }];
  const props = { frame, shows: "corrections", corrected, periods: [] } as const;
  const page = correctionsDocument(props).toString();
  expect(page).toMatch(/<li lang="fr" dir="ltr">.*<span lang="en" dir="ltr"><strong>Correction/s);
});

test("the front page has a lead, seconds, briefs, the newest by day, and a strip for each section", () => {
  const top = ["Lead", "Two", "Three", "Four", "Five", "Six"].map((headline) =>
    listingWith({ headline }),
  );
  const strips = [
    { section: "world", listings: [listingWith({ headline: "Abroad" })] },
    { section: "gone", listings: [listingWith({ headline: "Nowhere" })] },
  ];
  const latest = [listingWith({ headline: "Just in" })];
  const page = homeDocument({ frame, top, pictures: {}, latest, places: {}, strips }).toString();
  const [lead, seconds, newest, briefs, strip] = page
    .split("<section ")
    .slice(1)
    .map((part) => textOf(trustedHtml(part)));
  expect(lead).toContain("Lead");
  expect(seconds).toMatch(/Two.*Five/);
  expect(newest).toContain("Latest updates July 19, 2001 9:30 a.m.Just in");
  expect(briefs).toMatch(/In brief.*Six/);
  expect(strip).toMatch(/World.*Abroad/);
  expect(page).not.toContain("Nowhere");
});

test("the masthead of the front page has the day of the newest story, and no other", () => {
  expect(homeWith([listingWith()]).toString()).toContain(
    '<time datetime="2001-07-19">Thursday, July 19, 2001</time>',
  );
});

test("an old address sends readers on and is not indexed", () => {
  const page = redirectDocument({ frame, target: "/2001/07/café/" }).toString();
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/paper/2001/07/caf%C3%A9/">');
  expect(page).toContain('<link rel="canonical" href="https://example.org/2001/07/caf%C3%A9/">');
  expect(page).toContain('content="noindex"');
});

test("the foot of every page names the policies in words", () => {
  const policies = [
    { property: "ethicsPolicy", address: "/ethics/" },
    { property: "noBylinesPolicy", address: "/bylines/" },
  ];
  const page = textOf(notFoundDocument({ frame: frameWith({ organization: { policies } }) }));
  expect(page).toContain("Ethics policy Stories without bylines");
});

test("a page that is not found helps, and claims no address", () => {
  const page = notFoundDocument({ frame }).toString();
  expect(page).toContain('<a href="/paper/world/">World</a>');
  expect(page).not.toContain("canonical");
});
