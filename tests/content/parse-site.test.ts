import { expect, test } from "vitest";
import { parseAuthor } from "../../src/content/parse-author.ts";
import { parseEditorsPage } from "../../src/content/parse-editors-page.ts";
import { parseSite } from "../../src/content/parse-site.ts";
import { contextWith, SITE, siteFrom } from "./sample-context.ts";

test("a paper has the design's defaults", () => {
  expect(SITE).toEqual({
    name: "The Paper",
    url: "https://example.org",
    base: "",
    language: "en-US",
    zone: "America/New_York",
    sections: [
      { key: "world", name: "World" },
      { key: "politics", name: "Politics" },
    ],
    places: [],
    stamp: { label: "Last Updated:", format: "MM/DD/YYYY" },
    promise: "Get the latest updates as we post them — right on your browser",
    organization: { policies: [] },
    feeds: "full",
    priorityHours: 24,
    notifications: true,
    pollSeconds: 60,
    twins: [],
  });
});

test("every setting reaches the paper", () => {
  const site = siteFrom(`
name: The Paper
tagline: Daily
url: HTTPS://Example.org/paper//
language: en-us
zone: Asia/Calcutta
sections: {}
stamp: { label: "Stand:", format: "D. [im] MMMM YYYY" }
organization:
  logo: logo.svg
  email: desk@example.org
  policies: { ethicsPolicy: /ethics/, masthead: https://example.org/who }
places: { "CAMP LEMONNIER, Djibouti": { name: Camp Lemonnier, latitude: 11.54, longitude: 43.15 } }
feeds: summary
ageNoticeYears: 2
shareImagesSince: 2026-01-01
notifications: false
pollSeconds: 10
hub: https://hub.example/
push: https://push.example/paper/
silentHours: { from: 22:00, to: 07:00 }
indexNow: 0123456789abcdef
host: nginx
twins: [gz, br]
`);
  expect(site).toMatchObject({
    url: "https://example.org/paper",
    base: "/paper",
    language: "en-US",
    stamp: { label: "Stand:", format: "D. [im] MMMM YYYY" },
    organization: {
      policies: [
        { property: "ethicsPolicy", address: "/ethics/" },
        { property: "masthead", address: "https://example.org/who" },
      ],
    },
    places: [
      {
        dateline: "CAMP LEMONNIER, Djibouti",
        place: {
          key: "camp-lemonnier-11.54n-43.15e",
          name: "Camp Lemonnier",
          latitude: 11.54,
          longitude: 43.15,
        },
      },
    ],
    shareImagesSince: "2026-01-01",
    notifications: false,
    pollSeconds: 10,
    push: "https://push.example/paper",
    silentHours: { from: "22:00", to: "07:00" },
    indexNow: "0123456789abcdef",
    host: "nginx",
    twins: ["gz", "br"],
  });
});

test("a section may have the name of what a map has by itself in JavaScript", () => {
  const yaml = "{ name: The Paper, url: https://example.org/, language: en, zone: UTC";
  const { sections } = siteFrom(`${yaml}, sections: { constructor: { name: Builders } } }`);
  expect(sections).toEqual([{ key: "constructor", name: "Builders" }]);
});

test.each(["organization", "stamp", "places", "sections"])("no list can stand for %s", (key) => {
  const codes = parseSite(`${key}: []`).problems.map(({ code }) => code);
  expect(codes).toContain("map-expected");
});

test("an empty file is told what is missing", () => {
  expect(parseSite("").problems).toMatchObject([{ code: "yaml-syntax", line: 1, column: 1 }]);
});

test("an author is a person unless the file says otherwise", () => {
  const text = "---\nname: Maria Alvarez\n---\nCovers *storms*.\n";
  expect(parseAuthor("authors/maria-alvarez.md", text, contextWith()).author).toEqual({
    key: "maria-alvarez",
    name: "Maria Alvarez",
    kind: "person",
    note: "Covers *storms*.",
  });
});

test("an editors' page has the language of the paper unless it has its own", () => {
  const page = (yaml: string) =>
    parseEditorsPage(
      "pages/about.md",
      `---\ntitle: About\n${yaml}---\n[a](/standards/)`,
      contextWith(),
    ).page;
  expect(page("")).toEqual({
    path: "pages/about.md",
    address: "/about/",
    title: "About",
    language: "en-US",
    links: ["/standards/"],
    pictures: [],
  });
  expect(page("language: fr\n")).toMatchObject({ language: "fr" });
});
