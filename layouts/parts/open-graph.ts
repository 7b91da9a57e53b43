import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { isoIn } from "../../src/model/instant.ts";
import { type Site, sectionOf } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { localeOf } from "./language.ts";
import { type SharedPicture, sharedPictureTags } from "./share-image.ts";

export interface SharedPage {
  readonly title: string;
  /** The canonical one. */
  readonly url: string;
  readonly language: string;
  readonly pictures: readonly SharedPicture[];
  /** Where the page is one. */
  readonly story: ShownStory | undefined;
}

/** What is shown of a page where somebody shares it. The description is the page's own. */
export function openGraphTags(site: Site, shared: SharedPage): Html {
  const { title, url, language, pictures, story } = shared;
  return html`<meta property="og:type" content="${story === undefined ? "website" : "article"}">
<meta property="og:title" content="${typographic(title)}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:locale" content="${localeOf(language)}">${story === undefined ? nothing : articleTags(site, story)}${sharedPictureTags(site, pictures)}`;
}

// No `article:author`: it is the URL of a profile, which extractors print as a name.
function articleTags(site: Site, { publication, section, topics }: ShownStory): Html {
  const { at, modifiedAt } = publication;
  const name = sectionOf(site, section)?.name;
  return html`
<meta property="article:published_time" content="${isoIn(site.zone, at)}">
<meta property="article:modified_time" content="${isoIn(site.zone, modifiedAt)}">${
    name === undefined
      ? nothing
      : html`
<meta property="article:section" content="${name}">`
  }${topics.map(
    (topic) => html`
<meta property="article:tag" content="${typographic(topic.name)}">`,
  )}`;
}
