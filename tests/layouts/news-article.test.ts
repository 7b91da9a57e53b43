import { expect, test } from "vitest";
import { storyDocument } from "../../layouts/story.ts";
import { html } from "../../src/markup/html.ts";
import type { Credit } from "../../src/model/page-props.ts";
import type { Correction, PublishedStory } from "../../src/model/story.ts";
import { type Facts, type ToldPage, toldDocument } from "../support/told-page.ts";
import { frameWith, stamp, storyWith } from "./sample.ts";

const shown = (width: number, height: number) => ({
  address: "/media/a-480.jpg",
  width,
  height,
  renditions: [
    { address: "/media/a-480.avif", width: 480, format: "avif" as const },
    { address: "/media/a-480.jpg", width: 480, format: "jpeg" as const },
    { address: `/media/a-${width}.jpg`, width, format: "jpeg" as const },
  ],
});

interface Shown
  extends Partial<Pick<Parameters<typeof storyDocument>[0], "shapes" | "shareImage">> {
  readonly story?: Partial<PublishedStory>;
  readonly authors?: readonly Credit[];
  readonly pictures?: Parameters<typeof storyDocument>[0]["pictures"];
}

function told({ story = {}, authors = [], pictures = {}, ...drawn }: Shown): ToldPage {
  const body = html`<p>Winds rise.</p>`;
  const props = {
    frame: frameWith(),
    story: storyWith(story),
    authors,
    pictures,
    ...drawn,
    body,
    earlier: [],
  };
  return toldDocument(storyDocument(props).toString());
}

const articleOf = (shown: Shown): Facts => told(shown).facts[0];

test("without a byline the paper is the author, to readers and machines", () => {
  expect(articleOf({}).author).toEqual([
    { "@type": "Organization", name: "Harbor Paper", url: "https://example.org/" },
  ]);
  expect(told({}).texts(".p-author")).toEqual(["Harbor Paper"]);
});

test("an author who has no page is named alone", () => {
  const authors = [{ name: `Ann "Sea" O'Neill`, kind: "person" as const }];
  expect(articleOf({ authors }).author).toEqual([{ "@type": "Person", name: "Ann “Sea” O’Neill" }]);
});

test("a story first published elsewhere has that address for all machines", () => {
  const canonical = "https://example.com/storm";
  const page = told({ story: { canonical } });
  const { url, mainEntityOfPage } = page.facts[0];
  expect([url, mainEntityOfPage, page.meta("og:url")[0]]).toEqual([
    canonical,
    canonical,
    canonical,
  ]);
});

test("a story is shared with its picture, where the paper makes none for it", () => {
  const image = { src: "a.jpg", alt: "Waves" };
  const page = told({ story: { image }, pictures: { "a.jpg": shown(1440, 810) } });
  expect(page.meta("og:image")).toEqual(["https://example.org/media/a-1440.jpg"]);
  expect(page.meta("og:image:width")).toEqual(["1440"]);
  expect(page.meta("og:image:height")).toEqual(["810"]);
  expect(page.meta("og:image:alt")).toEqual(["Waves"]);
  expect(page.facts[0].image).toEqual(page.meta("og:image"));
});

const image = { src: "a.svg", alt: "Waves" };
const drawing = { address: "/media/a.svg", width: 1440, height: 810, renditions: [] };
const shapes = [
  { address: "/media/a-1200x675.png", width: 1200, height: 675 },
  { address: "/media/a-1200x1200.png", width: 1200, height: 1200 },
];

test("C2.2 search engines are told of the shapes of a story's picture, and of none with its headline in it", () => {
  const shareImage = { address: "/share/a.png", alt: "Storm" };
  const page = told({ story: { image }, pictures: { "a.svg": drawing }, shapes, shareImage });
  expect(page.facts[0].image).toEqual([
    "https://example.org/media/a-1200x675.png",
    "https://example.org/media/a-1200x1200.png",
  ]);
  expect(page.meta("og:image")).toEqual(["https://example.org/share/a.png"]);
});

test("a story with a drawing is shared with it in pixels, where the paper makes no picture for it", () => {
  const page = told({ story: { image }, pictures: { "a.svg": drawing }, shapes });
  expect(page.meta("og:image")).toEqual(["https://example.org/media/a-1200x675.png"]);
  expect(page.meta("og:image:height")).toEqual(["675"]);
  expect(page.meta("og:image:alt")).toEqual(["Waves"]);
});

test("search engines are not told of a picture that they would not show", () => {
  const image = { src: "a.jpg", alt: "Waves" };
  expect(articleOf({ story: { image }, pictures: { "a.jpg": shown(240, 160) } }).image).toBe(
    undefined,
  );
  const drawing = { address: "/media/a.svg", width: 1440, height: 810, renditions: [] };
  const page = told({ story: { image }, pictures: { "a.jpg": drawing } });
  expect(page.meta("og:image")).toEqual([]);
  expect(page.facts[0].image).toBe(undefined);
});

test("a correction and a clarification are told as such, an editors' note is not", () => {
  const date = stamp("2001-08-02");
  const note = (kind: Correction["kind"]) => ({ kind, date, text: `It's a ${kind}.` });
  const corrections = [note("correction"), note("editors-note"), note("clarification")];
  expect(articleOf({ story: { corrections } }).correction).toEqual(
    ["It’s a correction.", "It’s a clarification."].map((text) => ({
      "@type": "CorrectionComment",
      text,
      datePublished: "2001-08-02T00:00:00-04:00",
    })),
  );
});

test("C1.3 a story without a summary is described by its first words, with a summary by that", () => {
  expect(told({}).meta("description")).toEqual(["Winds rise."]);
  expect(told({ story: { summary: "Rain too" } }).meta("description")).toEqual(["Rain too"]);
});

test("a story without a section lies below the front page, and has no breadcrumbs", () => {
  const page = told({});
  expect(page.texts(".trail")).toEqual([]);
  expect(page.facts[1].itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "Harbor Paper", item: "https://example.org/" },
    { "@type": "ListItem", position: 2, name: "Storm nears the coast" },
  ]);
});

test("C2.4 an update of the day of publication, without a time, is not before it", () => {
  const page = told({ story: { updated: stamp("2001-07-19") } });
  expect(page.values(".stamp", "datetime")).toEqual(page.values(".dt-published", "datetime"));
});

test("no headline ends the script that it stands in", () => {
  const headline = "</script><script>alert(1)</script><!--";
  const page = told({ story: { headline } });
  expect(page.texts("script:not([src], [type='application/ld+json'])")).toEqual([]);
  expect(page.facts.map((facts) => facts["@type"])).toEqual(["NewsArticle", "BreadcrumbList"]);
  expect(page.texts("h1")).toEqual([page.facts[0].headline]);
});
