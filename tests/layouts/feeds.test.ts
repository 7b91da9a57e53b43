import { expect, test } from "vitest";
import { atomDocument } from "../../layouts/atom.ts";
import { jsonFeedDocument } from "../../layouts/json-feed.ts";
import { notFoundDocument } from "../../layouts/not-found.ts";
import { feedLinks } from "../../layouts/parts/feed-links.ts";
import { rssDocument } from "../../layouts/rss.ts";
import { trustedHtml } from "../../src/markup/html.ts";
import { NEWS, sectionList, topicList } from "../../src/model/list.ts";
import type { FeedItem } from "../../src/model/page-props.ts";
import { frameWith, stamp } from "./sample.ts";

const frame = frameWith({ url: "https://example.org/paper", base: "/paper" });
const hubFrame = frameWith({ hub: "https://hub.example/" });

const STORM: FeedItem = {
  id: "/2001/07/gale/",
  address: "/2001/07/storm/",
  headline: "Storm's near & wide",
  language: "en",
  kind: "opinion",
  summary: "Winds <rise>.",
  dateline: "NORFOLK, Va.",
  section: "world",
  at: stamp("2001-07-19T13:30Z").at,
  modifiedAt: stamp("2001-07-20T14:00Z").at,
  authors: [
    { name: "Ann Lee", kind: "person", address: "/authors/ann/" },
    { name: "Bo", kind: "person" },
  ],
  topics: ["Wind"],
  corrections: [{ date: stamp("2001-07-20"), kind: "correction", text: "It was Ann." }],
  picture: {
    alt: "The pier",
    caption: "It holds.",
    credit: "Cy",
    shown: { address: "/media/pier-960.1a2b3c4d.jpg", width: 960, height: 480, renditions: [] },
  },
  text: { path: "stories/2001/07/storm.md", sourceHash: "", links: {}, pictures: {} },
};

const TIDE: FeedItem = {
  id: "/2001/07/priliv/",
  address: "/2001/07/priliv/",
  headline: "Прилив",
  language: "ru",
  kind: "news",
  at: stamp("2001-07-18T13:30Z").at,
  modifiedAt: stamp("2001-07-18T13:30Z").at,
  authors: [],
  topics: [],
  corrections: [],
};

const texts = new Map([
  ["stories/2001/07/storm.md", trustedHtml('<p>NORFOLK, Va. — Winds <a href="x">rise</a>.</p>\n')],
]);
const NEWEST = { head: { list: NEWS, name: "" }, items: [STORM, TIDE], texts };

const FULL = `<div lang="en" dir="ltr">
<p>NORFOLK, Va. — Winds <a href="x">rise</a>.</p>
<figure><img src="https://example.org/paper/media/pier-960.1a2b3c4d.jpg" alt="The pier" width="960" height="480"><figcaption>It holds. <small class="credit">Cy</small></figcaption></figure>
<p class="correction"><strong>Correction</strong> (<time datetime="2001-07-20T00:00:00-04:00">July 20, 2001</time>): It was Ann.</p>
</div>
`;
const ESCAPED = FULL.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

test("C5.2, C5.3, C5.4: a feed in RSS", () => {
  expect(
    `${rssDocument({ frame, shows: "rss", ...NEWEST })}`,
  ).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Harbor Paper</title>
<link>https://example.org/paper/</link>
<description>Get the latest updates as we post them — right on your browser</description>
<language>en</language>
<image>
<url>https://example.org/paper/assets/icon-192.1a2b3c4d.png</url>
<title>Harbor Paper</title>
<link>https://example.org/paper/</link>
<width>144</width>
<height>144</height>
</image>
<lastBuildDate>Fri, 20 Jul 2001 10:00:00 -0400</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/paper/feed.xml"/>
<item>
<title>Storm’s near &amp; wide</title>
<link>https://example.org/paper/2001/07/storm/</link>
<guid isPermaLink="false">https://example.org/paper/2001/07/gale/</guid>
<pubDate>Thu, 19 Jul 2001 09:30:00 -0400</pubDate>
<atom:updated>2001-07-20T10:00:00-04:00</atom:updated>
<dc:creator>Ann Lee</dc:creator>
<dc:creator>Bo</dc:creator>
<category>World</category>
<category>Opinion</category>
<category>Wind</category>
<description>Winds &amp;lt;rise&amp;gt;.</description>
<content:encoded>${ESCAPED}</content:encoded>
<media:content url="https://example.org/paper/media/pier-960.1a2b3c4d.jpg" type="image/jpeg" medium="image" width="960" height="480">
<media:description type="plain">The pier</media:description>
<media:credit>Cy</media:credit>
</media:content>
</item>
<item>
<title>Прилив</title>
<link>https://example.org/paper/2001/07/priliv/</link>
<guid isPermaLink="true">https://example.org/paper/2001/07/priliv/</guid>
<pubDate>Wed, 18 Jul 2001 09:30:00 -0400</pubDate>
<atom:updated>2001-07-18T09:30:00-04:00</atom:updated>
<dc:creator>Harbor Paper</dc:creator>
<dc:language>ru</dc:language>
</item>
</channel>
</rss>
`);
});

test("C6: a feed in Atom", () => {
  expect(
    `${atomDocument({ frame, shows: "atom", ...NEWEST })}`,
  ).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://example.org/paper/atom.xml</id>
<title>Harbor Paper</title>
<subtitle>Get the latest updates as we post them — right on your browser</subtitle>
<updated>2001-07-20T10:00:00-04:00</updated>
<author><name>Harbor Paper</name><uri>https://example.org/paper/</uri></author>
<link rel="self" type="application/atom+xml" href="https://example.org/paper/atom.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/paper/"/>
<entry>
<id>https://example.org/paper/2001/07/gale/</id>
<title>Storm’s near &amp; wide</title>
<link rel="alternate" type="text/html" href="https://example.org/paper/2001/07/storm/"/>
<published>2001-07-19T09:30:00-04:00</published>
<updated>2001-07-20T10:00:00-04:00</updated>
<author><name>Ann Lee</name><uri>https://example.org/paper/authors/ann/</uri></author>
<author><name>Bo</name></author>
<category term="World"/>
<category term="Opinion"/>
<category term="Wind"/>
<summary>Winds &lt;rise&gt;.</summary>
<content type="html">${ESCAPED}</content>
<link rel="enclosure" type="image/jpeg" title="The pier" href="https://example.org/paper/media/pier-960.1a2b3c4d.jpg"/>
</entry>
<entry xml:lang="ru">
<id>https://example.org/paper/2001/07/priliv/</id>
<title>Прилив</title>
<link rel="alternate" type="text/html" href="https://example.org/paper/2001/07/priliv/"/>
<published>2001-07-18T09:30:00-04:00</published>
<updated>2001-07-18T09:30:00-04:00</updated>
<author><name>Harbor Paper</name><uri>https://example.org/paper/</uri></author>
</entry>
</feed>
`);
});

test("C7: a feed in JSON", () => {
  const text = `${jsonFeedDocument({ frame, shows: "json-feed", ...NEWEST })}`;
  expect(JSON.parse(text)).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Harbor Paper",
    home_page_url: "https://example.org/paper/",
    feed_url: "https://example.org/paper/feed.json",
    description: "Get the latest updates as we post them — right on your browser",
    icon: "https://example.org/paper/assets/icon-512.1a2b3c4d.png",
    favicon: "https://example.org/paper/assets/icon-192.1a2b3c4d.png",
    authors: [{ name: "Harbor Paper", url: "https://example.org/paper/" }],
    language: "en",
    items: [
      {
        id: "https://example.org/paper/2001/07/gale/",
        url: "https://example.org/paper/2001/07/storm/",
        title: "Storm’s near & wide",
        content_html: FULL,
        summary: "Winds <rise>.",
        image: "https://example.org/paper/media/pier-960.1a2b3c4d.jpg",
        date_published: "2001-07-19T09:30:00-04:00",
        date_modified: "2001-07-20T10:00:00-04:00",
        authors: [
          { name: "Ann Lee", url: "https://example.org/paper/authors/ann/" },
          { name: "Bo" },
        ],
        tags: ["World", "Opinion", "Wind"],
        language: "en",
      },
      {
        id: "https://example.org/paper/2001/07/priliv/",
        url: "https://example.org/paper/2001/07/priliv/",
        title: "Прилив",
        content_html: "",
        date_published: "2001-07-18T09:30:00-04:00",
        date_modified: "2001-07-18T09:30:00-04:00",
        authors: [{ name: "Harbor Paper", url: "https://example.org/paper/" }],
        tags: [],
        language: "ru",
      },
    ],
  });
});

test("C8.4: with a hub, each format names it and itself", () => {
  const props = { frame: hubFrame, ...NEWEST };
  expect(`${rssDocument({ shows: "rss", ...props })}`).toContain(
    '<atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>\n<atom:link rel="hub" href="https://hub.example/"/>\n',
  );
  expect(`${atomDocument({ shows: "atom", ...props })}`).toContain(
    '<link rel="hub" href="https://hub.example/"/>',
  );
  expect(JSON.parse(`${jsonFeedDocument({ shows: "json-feed", ...props })}`)).toMatchObject({
    feed_url: "https://example.org/feed.json",
    hubs: [{ type: "WebSub", url: "https://hub.example/" }],
  });
});

test("a feed of summaries gives dateline, summary and corrections, and is no full text", () => {
  const { text, ...short } = STORM;
  const feed = `${rssDocument({ frame, shows: "rss", ...NEWEST, items: [short] })}`;
  expect(text).toBeDefined();
  expect(feed).toContain(
    "<description>&lt;div lang=&quot;en&quot; dir=&quot;ltr&quot;&gt;\n&lt;p&gt;NORFOLK, Va. — Winds &amp;lt;rise&amp;gt;.&lt;/p&gt;\n&lt;figure&gt;",
  );
  expect(feed).toContain("&lt;p class=&quot;correction");
  expect(feed).not.toContain("content:encoded>");
});

test("a text of another language says where it begins, and no category stands twice", () => {
  const item = { ...STORM, language: "ar", topics: ["Opinion", "World"], corrections: [] };
  const feed = `${jsonFeedDocument({ frame, shows: "json-feed", ...NEWEST, items: [item] })}`;
  const [{ content_html, tags }] = JSON.parse(feed).items;
  expect(content_html).toMatch(/^<div lang="ar" dir="rtl">\n<p>/);
  expect(tags).toEqual(["World", "Opinion"]);
});

test("a feed without stories says nothing of when it was made", () => {
  const empty = { ...NEWEST, items: [] };
  expect(`${rssDocument({ frame, shows: "rss", ...empty })}`).not.toContain("lastBuildDate");
  expect(`${atomDocument({ frame, shows: "atom", ...empty })}`).toContain(
    "<updated>1969-12-31T19:00:00-05:00</updated>",
  );
});

test("hostile text in a feed stays text", () => {
  const bad = `"]]></title><script>&x;`;
  const item = { ...STORM, headline: bad, summary: bad, dateline: bad, topics: [bad] };
  const head = { list: topicList("x"), name: bad };
  for (const shows of ["rss", "atom"] as const) {
    const document = shows === "rss" ? rssDocument : atomDocument;
    const feed = `${document({ frame, shows, head, items: [item], texts: new Map() })}`;
    expect(feed).not.toMatch(/<script>|&x;|\]\]></);
  }
});

test("C7: a page names the paper's feeds and its own, no others", () => {
  const world = { list: sectionList("world"), name: "World" };
  const hrefsOf = (text: string) => [...text.matchAll(/ href="([^"]+)">/g)].map(([, href]) => href);
  const paper = ["/paper/feed.xml", "/paper/atom.xml", "/paper/feed.json"];
  expect(hrefsOf(`${feedLinks(frame.site)}`)).toEqual(paper);
  expect(hrefsOf(`${feedLinks(frame.site, world)}`)).toEqual([
    ...paper,
    "/paper/world/feed.xml",
    "/paper/world/atom.xml",
    "/paper/world/feed.json",
  ]);
  expect(`${feedLinks(frame.site, { list: topicList("wind"), name: "Wind" })}`).toContain(
    '<link rel="alternate" type="application/rss+xml" title="Topic: Wind — Harbor Paper" href="/paper/topics/wind/feed.xml">',
  );
  expect(`${notFoundDocument({ frame })}`).toContain(`${feedLinks(frame.site)}`);
});
