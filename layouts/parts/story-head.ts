import { html } from "../../src/markup/html.ts";
import type { Frame } from "../../src/model/frame.ts";
import type { StoryProps } from "../../src/model/page-props.ts";
import type { ShownStory } from "../../src/model/story.ts";
import type { PageOptions } from "./page.ts";
import { shareImageTags } from "./share-image.ts";

/** What the document of a story says about it to programs. */
export function storyHead(
  { site }: Frame,
  {
    story,
    authors,
    shareImage,
  }: { readonly story: ShownStory } & Pick<StoryProps, "authors" | "shareImage">,
): PageOptions {
  return {
    title: story.seoHeadline ?? story.headline,
    address: story.address,
    canonical: story.canonical,
    language: story.language,
    description: story.summary,
    head: html`${authors.map(({ name }) => html`<meta name="author" content="${name}">`)}${shareImageTags(site, shareImage)}`,
    ...(story.publication.preview !== undefined && { robots: "noindex" }),
  };
}
