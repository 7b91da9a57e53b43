import type { Token } from "markdown-it";
import { html } from "./html.ts";
import { markupToken } from "./markup-token.ts";
import { isPicture } from "./pictures.ts";

/**
 * Runs the dateline into the first paragraph of the text. Its class must not contain "date" or "byline":
 * reader views drop such an element, or take it for the author.
 */
export function runInDateline(tokens: Token[], dateline: string): Token[] {
  const filed = html`<span class="filed p-location">${dateline}</span> —`;
  const paragraph = firstParagraph(tokens) ?? firstOfList(tokens);
  if (paragraph === undefined) return [markupToken(html`<p>${filed}</p>\n`), ...tokens];
  paragraph.children = [markupToken(html`${filed} `), ...(paragraph.children ?? [])];
  return tokens;
}

/** Of a text that is a list and nothing else. */
function firstOfList([list, ...tokens]: readonly Token[]): Token | undefined {
  if (list?.type !== "bullet_list_open" && list?.type !== "ordered_list_open") return undefined;
  return tokens.find(({ type }) => type === "inline");
}

function firstParagraph(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const text = tokens[index + 1];
    if (depth === 0 && token.type === "paragraph_open" && text && !isPicture(text)) return text;
    depth += token.nesting;
  }
  return undefined;
}
