import { livePostHeading, type PostText } from "../../layouts/parts/live-post.ts";
import { type LivePart, splitLiveBlog, splitPoints } from "../content/split-live-blog.ts";
import { type Html, html, nothing } from "../markup/html.ts";
import { type BodyContext, renderMarkdown } from "../markup/markdown.ts";
import { plainMarkdown } from "../markup/plain-markdown.ts";
import { liveDayAddress } from "../model/address.ts";
import type { LiveTextProps, ShownPost } from "../model/live-props.ts";
import { absoluteUrl, type Site } from "../model/site.ts";
import { feedContext, type Named, pageContext } from "./body-html.ts";

type TextContext = Pick<BodyContext, "links" | "pictures" | "pageUrl">;

/** What stands before the posts; the dateline runs into the first of the two that there is. */
export function introTexts(
  site: Site,
  text: LiveTextProps,
  body: string,
  dateline: string | undefined,
): { readonly lead: Html; readonly points: Html } {
  return introOf(splitLiveBlog(body).intro, pageContext(site, text), dateline);
}

function introOf(intro: LivePart, context: TextContext, dateline: string | undefined) {
  const { lead, points } = splitPoints(intro);
  const isLead = lead.trim() !== "";
  const filed = dateline === undefined ? {} : { dateline };
  const part = { level: 2, anchors: [] } as const;
  return {
    lead: isLead
      ? renderMarkdown(lead, { ...context, ...filed, part: { id: "lead", ...part } })
      : nothing,
    points:
      points === ""
        ? nothing
        : renderMarkdown(points, {
            ...context,
            ...(isLead ? {} : filed),
            part: { id: "points", ...part },
          }),
  };
}

/** Posts with their texts. Each stands by itself: no note of one gets another number because of a newer one. */
export function postTexts(site: Site, text: LiveTextProps, body: string): PostText[] {
  const typed = typedTexts(body);
  const context = pageContext(site, text);
  const anchors = text.posts.map(({ id }) => id);
  return text.posts.map((post) => ({
    ...post,
    text: renderMarkdown(typed(post), { ...context, part: { id: post.id, level: 4, anchors } }),
    words: plainMarkdown(typed(post)),
  }));
}

function typedTexts(body: string): (post: ShownPost) => string {
  const texts = new Map(splitLiveBlog(body).posts.map(({ hash, text }) => [hash, text]));
  return ({ hash }) => texts.get(hash) as string;
}

/** What feeds carry of a live blog. Each post names its address, under which it stays. */
export function liveFeedText(
  site: Site,
  { address, dateline, language }: Named,
  text: LiveTextProps,
  body: string,
): Html {
  const typed = typedTexts(body);
  const context = feedContext(site, text);
  const { lead, points } = introOf(
    splitLiveBlog(body).intro,
    { ...context, pageUrl: absoluteUrl(site, address) },
    dateline,
  );
  const posts = text.posts.map((post) => {
    const pageUrl = absoluteUrl(site, liveDayAddress(address, post.day));
    const part = { id: post.id, level: 4, anchors: [post.id] } as const;
    const heading = livePostHeading(site, language, post, `${pageUrl}#${post.id}`);
    return html`<h3>${heading}</h3>
${renderMarkdown(typed(post), { ...context, pageUrl, part })}`;
  });
  return html`${lead}${points}${posts}`;
}
