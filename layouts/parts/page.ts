import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { MANIFEST } from "../../src/model/crawler-page.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { ListHead } from "../../src/model/page-props.ts";
import { absoluteUrl, href } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { assetHref } from "./asset-href.ts";
import { feedLinks } from "./feed-links.ts";
import { languageAttributes, paperAttributes, scriptOf } from "./language.ts";
import { openGraphTags } from "./open-graph.ts";
import { pageFooter } from "./page-footer.ts";
import { pageHeader } from "./page-header.ts";
import { paperPictures, type SharedPicture } from "./share-image.ts";

export interface PageOptions {
  /** What stands before the paper's name in the title. The front page has nothing there. */
  readonly title?: string;
  /** Address at which the page is to be found for good. Without it no canonical URL is given. */
  readonly address?: string;
  /** URL, where the page was first published elsewhere. */
  readonly canonical?: string | undefined;
  /** The paper's where it is left out. */
  readonly language?: string;
  readonly description?: string | undefined;
  readonly robots?: string;
  /** That the page is. */
  readonly story?: ShownStory;
  /** By which the page is known elsewhere; the paper's own where there are none. */
  readonly pictures?: readonly SharedPicture[];
  /** The list whose front it is: its feeds are named beside the paper's. */
  readonly front?: ListHead;
  /** That the page needs. None of them blocks it. */
  readonly scripts?: readonly string[];
  /** More for the head of the document. */
  readonly head?: Html;
  /** What stands in the corner of the masthead: with it the page is set as a front page. */
  readonly ear?: Html;
}

/** A whole document. */
export function page(frame: Frame, options: PageOptions, main: Html): Html {
  const { site } = frame;
  const { address, language = site.language, ear } = options;
  const attributes = paperAttributes(site, language);
  return html`<!doctype html>
<html${languageAttributes(language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${documentHead(frame, options)}
</head>
<body${ear === undefined ? nothing : html` class="front"`}>
<a class="skip" href="#main"${attributes}>Skip to the main content</a>
${pageHeader(site, { current: address, ear: ear ?? nothing, attributes })}
<main id="main">
${main}
</main>
${pageFooter(site, attributes)}
</body>
</html>
`;
}

function documentHead(frame: Frame, options: PageOptions): Html {
  const { site } = frame;
  const { title, description, robots = "max-image-preview:large" } = options;
  const { scripts = [], head = nothing } = options;
  return html`<title>${title === undefined ? site.name : `${typographic(title)} — ${site.name}`}</title>
${description === undefined ? nothing : html`<meta name="description" property="og:description" content="${typographic(description)}">`}
<meta name="robots" content="${robots}">
<meta name="color-scheme" content="light dark">
${addressTags(frame, options)}
${appLinks(frame)}
${feedLinks(site, options.front)}${preloads(frame, options)}<link rel="stylesheet" href="${assetHref(frame, "style.css")}">
${[...scripts, "site.js"].map(
  (name) => html`<script type="module" src="${assetHref(frame, name)}"></script>
`,
)}${head}`;
}

/** What a page says of itself where it is found elsewhere, if it is to be found. */
function addressTags(frame: Frame, options: PageOptions): Html {
  const { site } = frame;
  const { address, canonical, title = site.name, language = site.language, story } = options;
  const { pictures = paperPictures(frame) } = options;
  if (address === undefined) return nothing;
  const url = canonical ?? absoluteUrl(site, address);
  const shared = { title: story?.headline ?? title, url, language, pictures, story };
  return html`<link rel="canonical" href="${url}">
${openGraphTags(site, shared)}`;
}

/** How browsers show the paper on tabs and home screens. */
function appLinks(frame: Frame): Html {
  return html`<link rel="icon" href="${assetHref(frame, "icon.svg")}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assetHref(frame, "icon-180.png")}">
<link rel="manifest" href="${href(frame.site, MANIFEST.address)}">`;
}

/** The typefaces of what is seen first, so that they are there when it is set: nothing moves later. */
function preloads(frame: Frame, { language = frame.site.language }: PageOptions): Html {
  const faces = [...LATIN_FACES, ...(FURTHER_FACES[scriptOf(language)] ?? [])];
  return html`${faces.map(
    (name) =>
      html`<link rel="preload" href="${assetHref(frame, name)}" as="font" type="font/woff2" crossorigin>
`,
  )}`;
}

/** Spaces, figures and the paper's name are in them, whatever the page's script. */
const LATIN_FACES = ["text-latin.woff2", "display-latin.woff2", "sans-latin.woff2"];

const FURTHER_FACES: Readonly<Record<string, readonly string[]>> = {
  Cyrl: ["text-cyrillic.woff2", "display-cyrillic.woff2"],
  Arab: ["naskh-arabic.woff2"],
};
