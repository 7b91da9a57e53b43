import { expect, test } from "vitest";
import { openNamelessArchive } from "../../src/archive/open-archive.ts";
import { queueSitemapParts } from "../../src/archive/sitemaps.ts";
import { listQueuedPages, queuePage } from "../../src/archive/stale-queue.ts";
import { storeStory } from "../../src/archive/stored-stories.ts";
import { NEWS_SITEMAP, SITEMAP_INDEX, sitemapPage } from "../../src/model/crawler-page.ts";
import type { SitemapProps, SitemapsProps } from "../../src/model/page-props.ts";
import { newsSitemapProps, sitemapProps } from "../../src/plan/props-of-sitemap.ts";
import { frameWith, stamp, storyWith } from "../layouts/sample.ts";

const { site } = frameWith();
const NOW = Date.parse("2001-07-20T12:00Z");

/** An archive with many stories of one minute. */
function busyArchive(count: number, published = "2001-07-19T13:30Z") {
  const archive = openNamelessArchive();
  archive.transaction(() => {
    for (let number = 0; number < count; number++) {
      const name = `storm-${String(number).padStart(5, "0")}`;
      const path = `stories/2001/07/${name}.md`;
      const address = `/2001/07/${name}/`;
      storeStory(archive, storyWith({ path, address, published: stamp(published) }), "");
    }
  });
  return archive;
}

test("C8.1 a month with more stories than a file may name is split, and the index names all parts", () => {
  using archive = busyArchive(20_001);
  const urlsOf = (part: number) => {
    const props = sitemapProps(archive, site, sitemapPage("2001-07", part), NOW);
    return (props as SitemapProps | undefined)?.urls.map(({ address }) => address);
  };
  expect(urlsOf(1)).toHaveLength(2 + 20_000);
  expect(urlsOf(2)).toEqual(["/2001/07/storm-20000/"]);
  expect(urlsOf(3)).toBeUndefined();
  const index = sitemapProps(archive, site, SITEMAP_INDEX, NOW) as SitemapsProps;
  expect(index.sitemaps.map(({ address }) => address)).toEqual([
    "/news-sitemap.xml",
    ...Array.from({ length: 20 }, (_, part) => `/news-sitemap-${part + 2}.xml`),
    "/sitemap-pages.xml",
    "/sitemap-2001-07.xml",
    "/sitemap-2001-07-2.xml",
  ]);
});

test("C8.2 Google News gets 1,000 stories a file", () => {
  using archive = busyArchive(1_001);
  queuePage(archive, NEWS_SITEMAP);
  queueSitemapParts(archive, NOW);
  const pages = [...listQueuedPages(archive, "news-sitemap")];
  expect(pages.map(({ address }) => address)).toEqual(["/news-sitemap-2.xml", "/news-sitemap.xml"]);
  const counts = pages.map((page) => newsSitemapProps(archive, page, NOW)?.stories.length);
  expect(counts).toEqual([1, 1000]);
});
