import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { escapeHtml } from "./html.ts";

// Neither pattern reads past the next opening sign, so that a long run of them takes linear time.
const TYPED_TEXT = {
  raw_html: /<(?:\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|!--)/iy,
  undefined_footnote: /\[\^[^\s[\]]+\]/y,
};

/** Shows as typed, in tokens of its own, what an editor probably meant otherwise: so that it can be reported. */
export function useTypedText(markdown: MarkdownIt): void {
  for (const [type, pattern] of Object.entries(TYPED_TEXT)) {
    // After every rule that could make something of it.
    markdown.inline.ruler.push(type, typedText(type, pattern));
    markdown.renderer.rules[type] = (tokens, index) => escapeHtml((tokens[index] as Token).content);
  }
}

function typedText(type: string, pattern: RegExp) {
  return (state: StateInline, silent: boolean): boolean => {
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (match === null || pattern.lastIndex > state.posMax) return false;
    if (!silent) state.push(type, "", 0).content = match[0];
    state.pos += match[0].length;
    return true;
  };
}
