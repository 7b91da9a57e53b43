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

const scrape = metascraper([
  author(),
  date({ datePublished: true, dateModified: true }),
  description(),
  image(),
  publisher(),
  title(),
  url(),
]);

describe.each(TOLD_STORIES)("what other programs find in %s:", (name) => {
  const story = toldStory(name);
  const read = () => toldPage(sample(), `/${name}/`);
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
      ogImage: [{ url: read().meta("og:image")[0], width: "1200", height: "630" }],
    });
    expect(Date.parse(String(result.articlePublishedTime))).toBe(story.published);
    expect(Date.parse(String(result.articleModifiedTime))).toBe(story.modified);
  });

  test("B3 metascraper", async () => {
    const found = await scrape({ html: read().html, url: story.url });
    expect(found).toMatchObject({
      title: story.headline,
      author: story.authors.join(", "),
      description: story.summary,
      image: read().meta("og:image")[0],
      publisher: "Dateline",
      url: story.url,
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
      category: story.topics,
    });
    expect(found.author?.map((card) => (card as typeof entry)?.properties.name)).toEqual(
      story.authors.map((author) => [author]),
    );
    expect(found.location).toEqual(story.dateline === undefined ? undefined : [story.dateline]);
    expect(found.published?.map((time) => Date.parse(String(time)))).toEqual([story.published]);
    const [content] = found.content as { value: string }[];
    expect(spaced(String(content?.value)).startsWith(opening)).toBe(true);
  });
});
