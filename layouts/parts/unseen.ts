import { type Html, html } from "../../src/markup/html.ts";

/** For those who hear a headline without what stands above it. */
export function unseen(words: string): Html {
  return html`<span class="unseen">${words}</span>`;
}
