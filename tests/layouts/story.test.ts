import { describe, expect, test } from "vitest";
import { storyDocument } from "../../layouts/story.ts";
import { html, trustedHtml } from "../../src/markup/html.ts";
import type { Site } from "../../src/model/site.ts";
import type { Draft, PublishedStory, Story } from "../../src/model/story.ts";
import { frameWith, stamp, storyWith, textOf } from "./sample.ts";

const picture = (address: string) => ({ address, width: 640, height: 360, renditions: [] });
const pictures = { "a.jpg": picture("/media/a-1a2b.jpg") };
const rest = { body: html`<p>ROME — Winds rise.</p>`, authors: [], earlier: [], pictures };

function render(story: Partial<PublishedStory>, site: Partial<Site> = {}): string {
  return storyDocument({ frame: frameWith(site), story: storyWith(story), ...rest }).toString();
}

function read(story: Partial<PublishedStory>): string {
  return textOf(storyDocument({ frame: frameWith(), story: storyWith(story), ...rest }));
}

test("a draft has no page: it does not compile", () => {
  const draft: Story & { publication: Draft } = { ...storyWith(), publication: { state: "draft" } };
  // @ts-expect-error
  void (() => storyDocument({ frame: frameWith(), story: draft, ...rest }));
});

describe("a reader sees when a story was published and updated", () => {
  test.each(["UTC", "Pacific/Auckland", "America/Los_Angeles"])("on a machine in %s", (zone) => {
    process.env.TZ = zone;
    const published = stamp("2001-07-20T02:30Z");
    const text = read({ published, updated: stamp("2016-07-27") });
    expect(text).toContain("Published July 19, 2001, 10:30 p.m. EDT Last Updated: 07/27/2016");
  });

  test("for machines with the offset of the paper's zone", () => {
    expect(render({})).toContain('datetime="2001-07-19T09:30:00-04:00"');
  });

  test("without a time of day where the newsroom gave none", () => {
    expect(read({ published: stamp("2001-07-19") })).toContain(
      "Published July 19, 2001 Share ROME",
    );
  });

  test("without an update that an embargo has overtaken", () => {
    expect(read({ updated: stamp("2001-07-18") })).not.toContain("Last Updated");
  });
});

test.each([
  [[], "By Harbor Paper Published"],
  [["Ann"], "By Ann Published"],
  [["Ann", "Bo"], "By Ann and Bo Published"],
  [["Ann", "Bo", "Cy"], "By Ann, Bo and Cy Published"],
])("C12.5 the authors %j are named as newspapers do", (names, expected) => {
  const authors = names.map((name) => ({ name, kind: "person" as const }));
  expect(
    textOf(storyDocument({ frame: frameWith(), story: storyWith(), ...rest, authors })),
  ).toContain(expected);
});

test("headline, summary, kicker and caption have the quotation marks of the text", () => {
  const page = render({
    headline: `Japan's "yes"`,
    kicker: `Voters' day`,
    summary: `"Yes," they said -- twice`,
    image: { src: "a.jpg", alt: "Voters", caption: `The '90s "boom"`, credit: "Ann" },
    topics: [{ key: "women-s-vote", name: "Women's vote" }],
  });
  for (const shown of [
    "The ’90s “boom”",
    "Japan’s “yes” — Harbor Paper",
    "Voters’ day",
    "“Yes,” they said – twice",
  ]) {
    expect(page).toContain(shown);
  }
  expect(textOf(trustedHtml(page))).not.toMatch(/['"]|&quot;/);
});

test("C12.7 C12.8 opinion is labelled, a correction shows what it is and when", () => {
  const date = stamp("2001-08-02");
  const text = read({
    kind: "opinion",
    corrections: [{ kind: "editors-note", date, text: "It was Monday." }],
  });
  expect(text).toContain("Opinion Storm nears the coast");
  expect(text).toContain("Editor’s note (Aug. 2, 2001): It was Monday.");
});

test("B1 the dateline opens the text, near no class that extractors take for an author or a date", () => {
  const page = render({ updated: stamp("2016-07-27") });
  expect(page).toMatch(/<div class="text e-content">\s*<p>ROME — /);
  expect(page).not.toMatch(/(class|id)="[^"]*((?<!\bdt-up)date|byline)/);
});

test("no text of an editor becomes markup", () => {
  const bad = `"><script>'&`;
  const page = storyDocument({
    frame: frameWith({ name: bad, promise: bad, tagline: bad, stamp: { label: bad, format: bad } }),
    story: storyWith({
      headline: bad,
      summary: bad,
      kicker: bad,
      image: { src: "a.jpg", alt: bad, caption: bad, credit: bad },
      topics: [{ key: "t", name: bad }],
      source: { name: bad, url: `https://example.org/${bad}` },
      corrections: [{ kind: "correction", date: stamp("2001-07-20"), text: bad }],
      canonical: `https://example.org/${bad}`,
      updated: stamp("2016-07-27"),
    }),
    body: rest.body,
    earlier: [{ address: `/2001/07/${bad}/`, headline: bad, language: "en", day: "2001-07-18" }],
    authors: [{ name: bad, kind: "person", address: `/authors/${bad}/` }],
    pictures: { "a.jpg": picture(`/media/${bad}`) },
  }).toString();
  expect(page).not.toContain("<script>");
  expect(page).not.toContain('""');
});

test("a story in Arabic runs from the right, what stands around it does not", () => {
  const page = render({ language: "ar" });
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('<header class="masthead" lang="en" dir="ltr">');
});

test("the paper's own words in a foreign story are in the paper's language", () => {
  const page = render({
    language: "ar",
    section: "world",
    kind: "analysis",
    kicker: "تحليل",
    topics: [{ key: "ports", name: "Ports" }],
    corrections: [{ kind: "correction", date: stamp("2001-08-02"), text: "الاثنين" }],
  });
  const foreign = textOf(trustedHtml(page.replace(/<(\w+)[^>]* lang="en".*?<\/\1>/gs, "")));
  expect(foreign).toContain("تحليل Storm nears the coast");
  expect(foreign).toContain("الاثنين");
  // A space or colon inside them would stand at their far end where the text runs from the right.
  expect(page).not.toMatch(/[\s:]<\/span>/);
  expect(textOf(trustedHtml(page))).toContain("World Analysis تحليل");
  const words = /Skip|World|Analysis|By |Published|Correction|Topics|All stories|Sections/;
  expect(foreign).not.toMatch(words);
  expect(page).not.toMatch(/<[^>]*lang="ar"[^>]*aria-label/);
});

/** Where the places and maps come from. */
const CREDITS = /^https:\/\/(www\.(geonames|naturalearthdata)|creativecommons)\./;

test("every link carries the path of a paper that is not at the root", () => {
  const page = render(
    { section: "world", topics: [{ key: "café", name: "Café" }] },
    { base: "/paper", url: "https://example.org/paper" },
  );
  const links = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
  const inside = links.filter((link) => !link.startsWith("#") && !CREDITS.test(link));
  expect(inside.filter((link) => !/^(https:\/\/example\.org)?\/paper\//.test(link))).toEqual([]);
  expect(inside).toContain("/paper/topics/caf%C3%A9/");
  expect(inside).toContain("https://example.org/paper/2001/07/storm/");
});

test("a preview says so and asks not to be indexed", () => {
  const { publication } = storyWith();
  const page = render({ publication: { ...publication, preview: "draft" } });
  expect(page).toContain("This story is a draft");
  expect(page).toContain('<meta name="robots" content="noindex">');
});
