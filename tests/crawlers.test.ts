import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";
import { xmlFaults } from "./support/valid-xml.ts";

const story = (lines: string) => `---
headline: Storm & "wind" near <Genoa>
section: world
${lines}
---
Winds rise.
`;

const PUBLISHED = "published: 2026-08-01T09:00Z";

function crawledPaper(url = "https://example.org"): TestPaper {
  return paperFrom(`
-- site.yaml --
${SITE_YAML.replace("https://example.org", url)}
-- authors/ann.md --
---
name: Ann
---
-- pages/about.md --
---
title: About
---
Us.
-- stories/2026/08/storm.md --
${story(`${PUBLISHED}\nupdated: 2026-08-03T10:30Z\nbyline: ann`)}
-- stories/2026/08/ärger.md --
${story("published: 2026-07-31T23:00-04:00")}
-- stories/2026/11/news.md --
${story("published: 2026-11-23T12:00Z\nlanguage: zh-Hant")}
-- stories/2026/11/copy.md --
${story("published: 2026-11-23T12:00Z\ncanonical: https://example.com/first")}
-- stories/2026/11/draft.md --
${story("published: 2026-11-23T12:00Z\nstatus: draft")}
-- stories/2026/11/embargoed.md --
${story("published: 2026-11-23T12:00Z\nembargo: 2026-11-25T12:00Z")}
-- stories/2026/08/gone.md --
${story(`${PUBLISHED}\nstatus: withdrawn\nreason: Wrong.`)}
`);
}

/** Address and, where there is one, last modification of all that a sitemap names. */
function entriesOf(text: string | undefined): string[] {
  const entries = String(text).matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g);
  return Array.from(entries, ([, loc, lastmod]) => (lastmod ? `${loc} ${lastmod}` : String(loc)));
}

const sitemapsOf = (paper: TestPaper) =>
  [...paper.output()].filter(([file]) => /sitemap[^/]*\.xml$/.test(file));

test("C8.1 a sitemap for each month names its stories with their true last modification, and its lists", async () => {
  const paper = crawledPaper();
  await paper.build();
  expect(entriesOf(paper.page("/sitemap-2026-08.xml"))).toEqual([
    "https://example.org/2026/08/",
    "https://example.org/2026/08/01/",
    "https://example.org/world/2026/08/",
    "https://example.org/2026/08/storm/ 2026-08-03T06:30:00-04:00",
  ]);
  expect(entriesOf(paper.page("/sitemap-2026-07.xml"))).toContain(
    "https://example.org/2026/08/%C3%A4rger/ 2026-07-31T23:00:00-04:00",
  );
  expect(entriesOf(paper.page("/sitemap.xml"))).toEqual([
    "https://example.org/news-sitemap.xml",
    "https://example.org/sitemap-pages.xml",
    "https://example.org/sitemap-2026-11.xml 2026-11-23T07:00:00-05:00",
    "https://example.org/sitemap-2026-08.xml 2026-08-03T06:30:00-04:00",
    "https://example.org/sitemap-2026-07.xml 2026-07-31T23:00:00-04:00",
  ]);
  expect(entriesOf(paper.page("/sitemap-pages.xml"))).toEqual(
    ["/", "/latest/", "/world/", "/science/", "/archive/", "/2026/", "/corrections/", "/about/"]
      .concat("/authors/ann/")
      .map((address) => `https://example.org${address}`),
  );
});

test.each(["https://example.org", "https://example.org/paper"])(
  "C8.1 every URL in the sitemaps of %s is the canonical one of a page that may be indexed",
  async (url) => {
    const paper = crawledPaper(url);
    await paper.build();
    const named = sitemapsOf(paper).flatMap(([, text]) => entriesOf(text));
    const locs = named.map((entry) => entry.split(" ")[0] as string);
    expect(locs.length).toBeGreaterThan(20);
    for (const loc of locs) {
      expect(loc.startsWith(`${url}/`)).toBe(true);
      const page = String(paper.page(decodeURI(loc.slice(url.length))));
      if (loc.endsWith(".xml")) continue;
      expect(page).toContain(`<link rel="canonical" href="${loc}">`);
      expect(page).not.toContain("noindex");
    }
    expect(String(locs)).not.toMatch(/copy|draft|embargoed|gone/);
  },
);

test("C8.1, C8.2 every sitemap follows its schema", async () => {
  const paper = crawledPaper();
  await paper.build();
  const found = sitemapsOf(paper).map(async ([file, text]) => {
    const schema = file === "sitemap.xml" ? "siteindex.xsd" : "sitemap-with-news.xsd";
    return await xmlFaults(Buffer.from(text, "latin1").toString(), schema);
  });
  expect(found).toHaveLength(6);
  expect((await Promise.all(found)).flat()).toEqual([]);
});

test("C8.2 Google News gets the stories of the last 48 hours: the paper's own, with their language and first moment", async () => {
  const paper = crawledPaper();
  await paper.build();
  expect(paper.page("/news-sitemap.xml")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://example.org/2026/11/news/</loc><news:news>
<news:publication><news:name>The Daily Test</news:name><news:language>zh-tw</news:language></news:publication>
<news:publication_date>2026-11-23T07:00:00-05:00</news:publication_date>
<news:title>Storm &amp; ${latin1("“wind”")} near &lt;Genoa&gt;</news:title>
</news:news></url>
</urlset>
`);
});

const latin1 = (text: string) => Buffer.from(text).toString("latin1");

test("C8.2 a story is news for 48 hours, and the build says when the next one is no more", async () => {
  const paper = crawledPaper();
  paper.now = Temporal.Instant.from("2026-11-25T11:59:59Z").epochMilliseconds;
  expect((await paper.build()).nextChangeAt).toBe("2026-11-25T12:00:00Z");
  paper.remove("stories/2026/11/embargoed.md");
  expect((await paper.build()).nextChangeAt).toBe("2026-11-25T12:00:00Z");
  paper.now += 1000;
  const { changes, nextChangeAt } = await paper.build();
  expect(changes).toEqual({ added: [], changed: ["/news-sitemap.xml"], removed: [] });
  expect(nextChangeAt).toBe(null);
  expect(paper.page("/news-sitemap.xml")).not.toContain("<url>");
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});

test("a month whose last story is withdrawn has no sitemap", async () => {
  const paper = crawledPaper();
  await paper.build();
  paper.edit("stories/2026/08/storm.md", "section: world", "status: withdrawn\nreason: Wrong.");
  const { changes } = await paper.build();
  expect(changes.removed).toEqual(
    expect.arrayContaining(["/2026/08/01/ninjs.json", "/sitemap-2026-08.xml"]),
  );
  expect(paper.page("/sitemap.xml")).not.toContain("2026-08");
});

test("C8.3 crawlers are told where the sitemaps are, and may read everything", async () => {
  const paper = crawledPaper("https://example.org/paper");
  await paper.build();
  expect(paper.page("/robots.txt")).toBe(`User-agent: *
Disallow:

Sitemap: https://example.org/paper/sitemap.xml
Sitemap: https://example.org/paper/news-sitemap.xml
`);
});

test("a robots.txt of the newsroom's own takes the place of ours, and gives it back", async () => {
  const paper = crawledPaper();
  await paper.build();
  const ours = paper.page("/robots.txt");
  paper.write("static/robots.txt", "User-agent: *\nDisallow: /\n");
  expect((await paper.build()).changes.changed).toEqual(["/robots.txt"]);
  expect(paper.page("/robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  paper.remove("static/robots.txt");
  expect((await paper.build()).changes.changed).toEqual(["/robots.txt"]);
  expect(paper.page("/robots.txt")).toBe(ours);
});

test.each(["sitemap.xml", "sitemap-2026-08.xml", "news-sitemap-2.xml", "world/ninjs.json"])(
  "no file may stand in the way of /%s",
  async (path) => {
    const paper = crawledPaper();
    paper.write(`static/${path}`, "Mine.");
    expect((await paper.build()).codes).toEqual(["static-taken"]);
    expect(paper.page(`/${path}`)).not.toBe("Mine.");
  },
);
