import { type Html, html } from "../../src/markup/html.ts";
import { jsonLd } from "../../src/markup/json-ld.ts";
import { openingWords } from "../../src/markup/opening-words.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { ArticleProps } from "./news-article.ts";
import type { PageOptions } from "./page.ts";
import { storyPictures } from "./share-image.ts";
import { storyParents } from "./story-header.ts";
import { breadcrumbList } from "./trail.ts";

interface Said {
  /** Those of schema.org. */
  readonly facts: object;
  /** Whose first words stand for a summary. */
  readonly text: Html;
}

/** What the document of a story says about it to programs. */
export function storyHead(frame: Frame, props: ArticleProps, { facts, text }: Said): PageOptions {
  const { site } = frame;
  const { story, authors } = props;
  const crumbs = breadcrumbList(site, storyParents(site, story), typographic(story.headline));
  return {
    title: story.seoHeadline ?? story.headline,
    address: story.address,
    canonical: story.canonical,
    language: story.language,
    description: story.summary ?? openingWords(text),
    story,
    pictures: storyPictures(frame, props),
    head: html`${authors.map(authorTag)}
${jsonLd(facts)}
${jsonLd(crumbs)}`,
    ...(story.publication.preview !== undefined && { robots: "noindex" }),
  };
}

function authorTag({ name }: ArticleProps["authors"][number]): Html {
  return html`<meta name="author" content="${typographic(name)}">`;
}
