import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputFile } from "../src/model/address.ts";
import { filesOf } from "./support/paper-from.ts";
import { SAMPLE_PAGES } from "./support/sample-pages.ts";
import { useSamplePaper } from "./support/sample-paper.ts";
import { type Facts, spaced, type ToldPage, toldPage } from "./support/told-page.ts";
import { TOLD_STORIES, toldStory } from "./support/told-story.ts";

const URL = "https://dateline.example";
const sample = useSamplePaper();
const told = (address: string) => toldPage(sample(), address);
const factsOf = (page: ToldPage, type: string) =>
  page.facts.find((facts) => facts["@type"] === type);

function everyPage(): [string, ToldPage][] {
  return [...filesOf(sample()).keys()]
    .filter((file) => file.endsWith(".html"))
    .map((file) => [file, told(`/${file.replace(/(^|\/)index\.html$/, "$1")}`)]);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/, "");
}

/** Every URL in a value, however deep. */
function urlsIn(value: Facts): string[] {
  if (typeof value === "string") return value.startsWith("http") ? [value] : [];
  return typeof value === "object" ? Object.values(value).flatMap(urlsIn) : [];
}

function isPublished(url: string): boolean {
  return existsSync(join(sample(), decodeURI(outputFile(url.slice(URL.length)))));
}

describe("every page of the sample paper", () => {
  test("C1.2 says its language and its encoding first, and lets readers enlarge it", () => {
    for (const [file, page] of everyPage()) {
      const [language = ""] = page.values("html", "lang");
      expect(Intl.getCanonicalLocales(language), file).toEqual([language]);
      expect(page.html.indexOf('<meta charset="utf-8">'), file).toBeLessThan(1024 - 22);
      expect(page.meta("viewport"), file).toEqual(["width=device-width, initial-scale=1"]);
    }
  });

  test("B6 has nothing in it that a strict policy would block: its only inline scripts are facts", () => {
    for (const [file, page] of everyPage()) {
      const inline = page.values("script:not([src])", "type");
      expect(new Set([...inline, "application/ld+json"]).size, file).toBe(1);
      expect(page.tags("style, [style], [onclick], [onload]"), file).toEqual([]);
    }
  });

  test("C1.3 has a title of its own, and one address by all who name it", () => {
    const titles = new Map<string, string>();
    for (const [file, page] of everyPage()) {
      const [title = ""] = page.texts("title");
      const [canonical] = page.values('link[rel="canonical"]', "href");
      expect(page.meta("og:url"), file).toEqual(canonical === undefined ? [] : [canonical]);
      if (page.meta("robots")[0] === "noindex") continue;
      expect(titles.get(title), `${title}: ${file}`).toBeUndefined();
      titles.set(title, file);
      expect(canonical).toBe(`${URL}/${encodeURI(file.replace(/(^|\/)index\.html$/, "$1"))}`);
    }
  });

  test("C1.4 has one h1, in its main part, and skips no level of headings", () => {
    for (const [file, page] of everyPage()) {
      const levels = page.tags("h1, h2, h3, h4, h5, h6").map((tag) => Number(tag.slice(1)));
      expect(page.texts("h1"), file).toHaveLength(1);
      expect(page.texts("main h1"), file).toHaveLength(1);
      const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(skips, file).toEqual([]);
    }
  });

  test("C1.7 has its parts once, after a link to the main one, and a name for each navigation", () => {
    for (const [file, page] of everyPage()) {
      expect(page.tags("body > header, main, body > footer"), file).toEqual([
        "header",
        "main",
        "footer",
      ]);
      expect(page.values("body > :first-child", "href"), file).toEqual(["#main"]);
      expect(page.values("main", "id"), file).toEqual(["main"]);
      const names = page.values("nav[aria-label]", "aria-label");
      const headings = page.values("nav[aria-labelledby]", "aria-labelledby");
      expect(new Set(names).size + new Set(headings).size, file).toBe(page.tags("nav").length);
      for (const id of headings) expect(page.tags(`[id="${id}"]`), file).toHaveLength(1);
    }
  });

  test("C1.8 has pictures with words and a place, and fetches the lead before the others", () => {
    for (const [file, page] of everyPage()) {
      const images = page.tags("img").length;
      for (const attribute of ["alt", "width", "height"]) {
        expect(page.values(`img[${attribute}]`, attribute), file).toHaveLength(images);
      }
      const leads = page.tags('img[fetchpriority="high"]:not([loading])').length;
      expect(leads, file).toBeLessThanOrEqual(1);
      expect(page.tags('img[loading="lazy"]'), file).toHaveLength(images - leads);
      expect(page.tags(".lead-picture img"), file).toEqual(
        page.tags('.lead-picture img[fetchpriority="high"]'),
      );
    }
  });

  test("C12.7 leads to the corrections", () => {
    for (const [file, page] of everyPage()) {
      expect(page.tags('body > footer a[href="/corrections/"]'), file).toEqual(["a"]);
    }
  });

  test("C1.10 lets search engines show large pictures, unless it is not to be found", () => {
    for (const [file, page] of everyPage()) {
      expect(page.meta("robots"), file).toEqual([
        page.values('link[rel="canonical"]', "href")[0] === undefined ||
        page.texts("h1")[0] === "Moved"
          ? "noindex"
          : "max-image-preview:large",
      ]);
    }
  });

  test("C2.5 names in JSON-LD only what is published, and under its canonical URL", () => {
    const urls = new Set(
      everyPage()
        .flatMap(([, { facts }]) => urlsIn(facts))
        .map(withoutFragment),
    );
    urls.delete("https://schema.org");
    expect(urls.size).toBeGreaterThan(100);
    expect([...urls].filter((url) => !url.startsWith(`${URL}/`) || !isPublished(url))).toEqual([]);
  });

  test("C2.9 C1.7 lies below at least one page, as readers see it too", () => {
    for (const address of SAMPLE_PAGES) {
      const page = told(address);
      const list = factsOf(page, "BreadcrumbList");
      const isAlone = ["/", "/search/", "/about/", "/404.html"].includes(address);
      if (isAlone || page.meta("robots")[0] === "noindex") {
        expect(list).toBeUndefined();
        continue;
      }
      const crumbs: Facts[] = list.itemListElement;
      expect(crumbs.map(({ position }) => position)).toEqual(crumbs.map((_, index) => index + 1));
      expect(crumbs.length).toBeGreaterThanOrEqual(2);
      expect(page.texts("body").join()).toContain(crumbs.at(-1)?.name);
      const shown = page.texts(".trail li");
      if (shown.length === 0)
        expect(crumbs[0]).toMatchObject({ name: "Dateline", item: `${URL}/` });
      else expect(crumbs.slice(0, -1).map(({ name }) => name)).toEqual(shown);
    }
  });
});

test("the front page says whose it is", () => {
  const page = told("/");
  expect(factsOf(page, "WebSite")).toMatchObject({ name: "Dateline", url: `${URL}/` });
  expect(factsOf(page, "NewsMediaOrganization")).toMatchObject({
    name: "Dateline",
    url: `${URL}/`,
    logo: expect.stringMatching(/^https:\/\/dateline\.example\/assets\/icon-512\.\w+\.png$/),
    ethicsPolicy: `${URL}/standards/`,
    ownershipFundingInfo: `${URL}/about/`,
  });
  expect(page.meta("og:type")).toEqual(["website"]);
  expect(isPublished(String(page.meta("og:image")))).toBe(true);
});

test("an author's page says whose it is", () => {
  expect(factsOf(told("/authors/rome-bureau/"), "ProfilePage").mainEntity).toEqual({
    "@type": "Organization",
    name: "Dateline Rome Bureau",
    url: `${URL}/authors/rome-bureau/`,
    email: "rome@dateline.example",
  });
});

/** City in capitals, then state or country in ordinary case. */
const DATELINE = /^[\p{Lu} .'’/-]+(, (?!\p{Lu}{2,}\b)[\p{L}. ]+)?( \([^)]+\))? — /u;

const TYPES: Record<string, string> = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
};

describe.each(TOLD_STORIES)("%s", (name) => {
  const story = toldStory(name);
  const page = () => told(`/${name}/`);
  const article = () => page().facts[0];

  test("C2.1 C2.7 B3 is one article at the top of its JSON-LD, with the publisher written out", () => {
    expect(page().facts.map((facts) => facts["@type"])).toEqual([
      TYPES[story.kind],
      "BreadcrumbList",
    ]);
    expect(article()).toMatchObject({
      "@context": "https://schema.org",
      headline: story.headline,
      description: story.summary,
      url: story.url,
      mainEntityOfPage: story.url,
      articleSection: story.section,
      keywords: story.topics,
      inLanguage: story.language,
      isAccessibleForFree: true,
      copyrightHolder: { "@type": "Organization", name: story.source ?? "Dateline" },
      publisher: { "@type": "NewsMediaOrganization", name: "Dateline", url: `${URL}/` },
    });
  });

  test("C2.3 names its authors, each with a page", () => {
    const { author } = article();
    expect(author.map((each: Facts) => each.name)).toEqual(story.authors);
    expect(page().meta("author")).toEqual(story.authors);
    for (const each of author) {
      expect(each["@type"]).toBe("Organization");
      expect(told(each.url.slice(URL.length)).texts("h1")).toEqual([each.name]);
    }
  });

  test("C1.6 C12.5 links its byline to them", () => {
    expect(page().texts(".authors")).toEqual([`By ${story.authors.join(" and ")}`]);
    const links = page().values('.p-author[rel="author"]', "href");
    expect(links.map((link) => URL + link)).toEqual(article().author.map(({ url }: Facts) => url));
  });

  test("C1.5 C2.4 C4.2 tells readers and machines the same times", () => {
    const [published] = page().values("time.dt-published", "datetime");
    const seen = page().values(".times time, .corrections time", "datetime");
    const modified = seen.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
    expect(article().datePublished).toBe(published);
    expect(article().dateModified).toBe(modified);
    expect(page().meta("article:published_time")).toEqual([published]);
    expect(page().meta("article:modified_time")).toEqual([modified]);
    expect([published, modified].map((time) => Date.parse(String(time)))).toEqual([
      story.published,
      story.modified,
    ]);
    expect(`${published} ${modified}`).toMatch(/^\S+[+-]\d\d:\d\d \S+[+-]\d\d:\d\d$/);
  });

  test("C2.6 C12.1 B2 has in its JSON-LD the dateline that opens its text", () => {
    const { dateline, locationCreated } = article();
    const [text = ""] = page().texts(".e-content");
    expect(dateline).toBe(story.dateline);
    if (dateline === undefined) expect(locationCreated).toBeUndefined();
    else expect(text.startsWith(`${dateline} — `)).toBe(true);
    expect(page().texts(".e-content p").slice(1).join()).not.toContain(`${dateline} — `);
    if (dateline !== undefined && story.language !== "ar") expect(text).toMatch(DATELINE);
    if (locationCreated === undefined) return;
    const { name: place, geo } = locationCreated;
    expect(page().texts(".locator figcaption").join()).toContain(place);
    expect(geo).toMatchObject({ latitude: expect.any(Number), longitude: expect.any(Number) });
  });

  test("C2.2 is known to search engines by its picture in three shapes, or by the one that is drawn of it", () => {
    const { picture } = story;
    const names =
      picture === undefined
        ? [/\/share\/.+\.png$/]
        : [/-1200x675\./, /-\d+x\d+\./, /-(\d+)x\1\./].map(
            ({ source }) => new RegExp(`/media/${picture.name}${source}`),
          );
    const { image } = article();
    expect(image).toEqual(names.map((name) => expect.stringMatching(name)));
    expect(image.filter((url: string) => !isPublished(url))).toEqual([]);
  });

  test("C4.1 B7 is shared with its picture in the largest size, then with the one that is drawn of it", () => {
    const { picture } = story;
    const own = picture === undefined || picture.isDrawing ? [] : [`/media/${picture.name}-`];
    const expected = [...own, "/share/"].map((part) => expect.stringContaining(URL + part));
    expect(page().meta("og:image")).toEqual(expected);
    for (const size of ["width", "height"]) {
      expect(
        page()
          .meta(`og:image:${size}`)
          .map(Number)
          .every((pixels) => pixels >= 600),
      ).toBe(true);
    }
  });

  test("C12.8 says what it is before it is read as news", () => {
    const label = { news: [], analysis: ["Analysis"], opinion: ["Opinion"] }[story.kind];
    expect(page().texts(".opening .label")).toEqual(label);
    expect(article()["@type"]).toBe(TYPES[story.kind]);
  });

  test("C12.7 C2.7 tells its corrections, and no notes as such", () => {
    const told = story.corrections.filter(({ kind }) => kind !== "editors-note");
    const { correction = [] } = article();
    expect(correction.map(({ text }: Facts) => text)).toEqual(told.map(({ text }) => text));
  });

  test("C2.10 has nothing in its JSON-LD that readers don't see", () => {
    const [text = ""] = page().texts("article");
    const { headline, description, author, articleSection, keywords, correction = [] } = article();
    const names = author.map((each: Facts) => each.name);
    const facts = [headline, description, ...names, articleSection, ...keywords];
    if (story.source !== undefined) facts.push(article().copyrightHolder.name);
    for (const fact of [...facts, ...correction.map((each: Facts) => each.text)]) {
      expect(text).toContain(spaced(fact));
    }
  });

  test("C4.1 C4.2 B5 has what social networks show, and no profiles that extractors take for names", () => {
    const { meta } = page();
    const [language] = story.language.split("-");
    expect(meta("og:type")).toEqual(["article"]);
    expect(meta("og:title")).toEqual([story.headline]);
    expect(meta("og:description")).toEqual([story.summary]);
    expect(meta("og:site_name")).toEqual(["Dateline"]);
    expect(meta("og:locale")[0]).toMatch(new RegExp(`^${language}_[A-Z]{2}$`));
    expect(meta("article:section")).toEqual([story.section]);
    expect(meta("article:tag")).toEqual(story.topics);
    expect(meta("twitter:card")).toEqual(["summary_large_image"]);
    expect(meta("article:author")).toEqual([]);
  });

  test("costs the archive no more than needed", () => {
    const scripts = page().html.match(/<script type="application\/ld\+json">.*<\/script>/g) ?? [];
    expect(Buffer.byteLength(scripts.join(""))).toBeLessThan(2_400);
  });
});
