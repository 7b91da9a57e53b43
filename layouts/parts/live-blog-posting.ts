import type { BlogPosting, LiveBlogPosting } from "schema-dts";
import { typographic } from "../../src/markup/typographic.ts";
import { liveDayAddress } from "../../src/model/address.ts";
import type { Frame } from "../../src/model/frame.ts";
import { isoIn } from "../../src/model/instant.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";
import type { PostText } from "./live-post.ts";
import { type ArticleProps, newsArticle } from "./news-article.ts";
import { shortened } from "./shortened.ts";

/** A headline of a search engine has no more, in UTF-8. */
const HEADLINE_BYTES = 110;

/** A live blog as search engines take it in: like other stories, and each of its posts that the page shows. */
export function liveBlogPosting(
  frame: Frame,
  props: ArticleProps & { readonly posts: readonly PostText[] },
): LiveBlogPosting {
  const { site } = frame;
  const { story, posts } = props;
  // Only a news article has a dateline.
  const { dateline: _dateline, ...article } = newsArticle(frame, props) as Exclude<
    ReturnType<typeof newsArticle>,
    string
  >;
  return {
    ...article,
    "@type": "LiveBlogPosting",
    coverageStartTime: isoIn(site.zone, story.publication.at),
    ...(story.ended !== undefined && { coverageEndTime: isoIn(site.zone, story.ended.at) }),
    liveBlogUpdate: posts.map((post) => update(site, story.address, post)),
  };
}

function update(
  site: Site,
  address: string,
  { id, at, day, headline, words }: PostText,
): BlogPosting {
  const title = headline === undefined ? shortened(words, HEADLINE_BYTES) : typographic(headline);
  return {
    "@type": "BlogPosting",
    headline: title,
    datePublished: isoIn(site.zone, at),
    articleBody: words === "" ? title : words,
    url: `${absoluteUrl(site, liveDayAddress(address, day))}#${id}`,
  };
}
