import markdownit, { type Token } from "markdown-it/browser";
import type { Html } from "./html.ts";

/** A token that is rendered as the given markup. */
export function markupToken(markup: Html): Token {
  const token = new markdownit.Token("html_block", "", 0);
  token.content = markup.toString();
  return token;
}
