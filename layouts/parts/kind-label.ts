import { type Html, html, nothing } from "../../src/markup/html.ts";
import type { Story } from "../../src/model/story.ts";

const LABELS: Record<Exclude<Story["kind"], "news">, string> = {
  analysis: "Analysis",
  opinion: "Opinion",
  live: "Live blog",
};

/** What readers must know of a story before they read it as news. */
export function kindLabel(kind: Story["kind"]): Html {
  return kind === "news" ? nothing : html`<strong class="label">${kindText(kind)}</strong>`;
}

/** The same in words. */
export function kindText(kind: Exclude<Story["kind"], "news">): string {
  return LABELS[kind];
}
