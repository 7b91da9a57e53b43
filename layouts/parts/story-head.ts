import { type Html, html } from "../../src/markup/html.ts";
import { jsonLd } from "../../src/markup/json-ld.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { ArticleProps } from "./news-article.ts";
import type { PageOptions } from "./page.ts";
import { storyPictures } from "./share-image.ts";
import { storyParents } from "./story-header.ts";
import { breadcrumbList } from "./trail.ts";

/** What the document of a story says about it to programs; `facts` are those of schema.org. */
export function storyHead(frame: Frame, props: ArticleProps, facts: object): PageOptions {
  const { site } = frame;
  const { story, authors } = props;
  const crumbs = breadcrumbList(site, storyParents(site, story), typographic(story.headline));
  return {
    title: story.seoHeadline ?? story.headline,
    address: story.address,
    canonical: story.canonical,
    language: story.language,
    description: story.summary,
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
