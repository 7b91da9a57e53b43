import { type Html, html, nothing } from "../../src/markup/html.ts";
import type { Story } from "../../src/model/story.ts";

/** Of what does not change when a live blog is over. */
export const LIVE_BLOG_LABEL: Html = html`<strong class="label">Live blog</strong>`;

/** What readers must know of a story before they read it as news. */
export function kindLabel(story: Pick<Story, "kind" | "ended">): Html {
  const text = kindText(story);
  return text === undefined ? nothing : html`<strong class="label">${text}</strong>`;
}

/** The same in words; `undefined` for news. */
export function kindText({ kind, ended }: Pick<Story, "kind" | "ended">): string | undefined {
  switch (kind) {
    case "news":
      return undefined;
    case "analysis":
      return "Analysis";
    case "opinion":
      return "Opinion";
    case "live":
      return ended === undefined ? "Live" : "Live blog";
  }
}
