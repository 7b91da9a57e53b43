import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import metascraper from "metascraper";
import author from "metascraper-author";
import date from "metascraper-date";
import description from "metascraper-description";
import image from "metascraper-image";
import publisher from "metascraper-publisher";
import title from "metascraper-title";
import url from "metascraper-url";
import { mf2 } from "microformats-parser";
import openGraph from "open-graph-scraper";
import { describe, expect, test } from "vitest";
import { useSamplePaper } from "./support/sample-paper.ts";
import { spaced, toldPage } from "./support/told-page.ts";
import { TOLD_STORIES, toldStory } from "./support/told-story.ts";

const sample = useSamplePaper();

const rules = metascraper([
  author(),
  date({ datePublished: true, dateModified: true }),
  description(),
  image(),
  publisher(),
  title(),
  url(),
]);

/** It takes nothing for a URL whose top-level domain nobody can have. */
function scrape({ html, url }: { readonly html: string; readonly url: string }) {
  const [told, at] = [html, url].map((text) => text.replaceAll("dateline.example", "example.org"));
  return rules({ html: String(told), url: String(at) });
}

describe.each(TOLD_STORIES)("what other programs find in %s:", (name) => {
  const story = toldStory(name);
  const read = () => toldPage(sample(), `/${name}/`);
  // Of a drawing there are no pixels that everybody shows: what is drawn to share the story stands for it.
  const isPhotograph = story.picture?.isDrawing === false;
  const pictureAddress = isPhotograph ? `/media/${story.picture?.name}-` : "/share/";
  const opening = story.dateline === undefined ? "" : `${story.dateline} — `;

  test("C1.11 reader views", () => {
    const { document } = parseHTML(read().html);
    expect(isProbablyReaderable(document)).toBe(true);
    const article = new Readability(document).parse();
    expect(article).toMatchObject({
      title: story.headline,
      byline: story.authors.join(", "),
      excerpt: story.summary,
      siteName: "Dateline",
      lang: story.language,
    });
    expect(Date.parse(String(article?.publishedTime))).toBe(story.published);
    const [text = ""] = read().texts(".e-content");
    const found = spaced(String(article?.textContent));
    expect(text.startsWith(opening)).toBe(true);
    expect(found).toContain(text.slice(0, opening.length + 60));
  });

  test("C4.1 open-graph-scraper", async () => {
    const { error, result } = await openGraph({ html: read().html });
    expect(error).toBe(false);
    expect(result).toMatchObject({
      ogType: "article",
      ogTitle: story.headline,
      ogDescription: story.summary,
      ogUrl: story.url,
      ogSiteName: "Dateline",
      articleSection: story.section,
    });
    const [picture] = result.ogImage ?? [];
    expect(picture?.url).toContain(pictureAddress);
    if (isPhotograph) expect(picture?.alt).toBe(story.picture?.alt);
    expect(Date.parse(String(result.articlePublishedTime))).toBe(story.published);
    expect(Date.parse(String(result.articleModifiedTime))).toBe(story.modified);
  });

  test("B3 metascraper", async () => {
    const found = await scrape({ html: read().html, url: story.url });
    expect(found).toMatchObject({
      title: story.headline,
      author: story.authors.join(" and "),
      description: story.summary,
      image: expect.stringContaining(pictureAddress),
      publisher: "Dateline",
      url: story.url.replace("dateline.example", "example.org"),
    });
    expect(Date.parse(String(found.datePublished))).toBe(story.published);
    expect(Date.parse(String(found.dateModified))).toBe(story.modified);
  });

  test("C1.12 microformats", () => {
    const { items } = mf2(read().html, { baseUrl: story.url });
    const [entry] = items.filter(({ type }) => type?.includes("h-entry"));
    const found = entry?.properties ?? {};
    expect(found).toMatchObject({
      name: [story.headline],
      summary: [story.summary],
      url: [story.url],
      category: [story.section, ...story.topics],
    });
    const featured = found.featured as { value: string; alt: string }[] | undefined;
    expect(featured?.map(({ alt }) => alt)).toEqual(story.picture && [story.picture.alt]);
    for (const { value } of featured ?? [])
      expect(value).toContain(`/media/${story.picture?.name}`);
    expect(found.updated?.map((time) => Date.parse(String(time)))[0]).toBe(
      story.modified > story.published ? story.modified : undefined,
    );
    expect(found.author?.map((card) => (card as typeof entry)?.properties.name)).toEqual(
      story.authors.map((author) => [author]),
    );
    expect(found.location).toEqual(story.dateline === undefined ? undefined : [story.dateline]);
    expect(found.published?.map((time) => Date.parse(String(time)))).toEqual([story.published]);
    const [content] = found.content as { value: string }[];
    expect(spaced(String(content?.value)).startsWith(opening)).toBe(true);
  });
});

test("other programs find nothing of a withdrawn story", async () => {
  const url = "https://dateline.example/2001/07/how-to-read-a-dateline/";
  const page = toldPage(sample(), "/2001/07/how-to-read-a-dateline/");
  const { html } = page;
  expect(page.meta("robots")).toEqual(["noindex"]);
  expect([...page.facts, ...page.values("meta[property]", "property")]).toEqual([]);
  expect(mf2(html, { baseUrl: url }).items).toEqual([]);

  const found = await scrape({ html, url });
  const { result } = await openGraph({ html });
  const article = new Readability(parseHTML(html).document).parse();
  expect(found).toMatchObject({ title: "Withdrawn — Dateline", author: null, description: null });
  expect(result.ogTitle).toBe("Withdrawn — Dateline");
  const told = JSON.stringify([found, result, article?.title, article?.textContent]);
  expect(told).not.toMatch(/how to read|place is a promise/i);
});
