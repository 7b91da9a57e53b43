import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import footnote from "markdown-it-footnote";

/** `[^name]` in the text and `[^name]: …` in a paragraph of its own. */
export function useFootnotes(markdown: MarkdownIt): void {
  markdown.use(footnote);
  // Inside each other, footnotes in the running text get the same number.
  markdown.disable("footnote_inline");
  markdown.inline.ruler.before("footnote_ref", "no_footnote", skipBracket);
  markdown.core.ruler.before("footnote_tail", "footnote_nesting", unnest);
  markdown.core.ruler.after("footnote_tail", "footnote_returns", dropDeadReturns);
  markdown.renderer.rules.footnote_block_open = () =>
    '<section class="footnotes" role="doc-endnotes">\n<ol>\n';
}

/** Id of the list item that shows a footnote; of a part of a page, with the part's before its number. */
export function footnoteId(footnote: Token, part?: string): string {
  return `fn${part === undefined ? "" : `-${part}-`}${Number(footnote.meta?.id) + 1}`;
}

/** The plugin would read on from each of many unclosed brackets to the end of the paragraph. */
function skipBracket(state: StateInline, silent: boolean): boolean {
  NO_FOOTNOTE.lastIndex = state.pos;
  if (!NO_FOOTNOTE.test(state.src)) return false;
  if (!silent) state.pending += "[";
  state.pos += 1;
  return true;
}

const NO_FOOTNOTE = /\[\^(?![^\s[\]]+\])/y;

/** Makes a definition inside another one text of the outer: the plugin would leave its blocks half open. */
function unnest(state: StateCore): void {
  if (state.env.footnotes === undefined) return;
  let depth = 0;
  state.tokens = state.tokens.filter((token) => {
    if (!isDefinition(token)) return true;
    const around = Math.min(depth, depth + token.nesting);
    depth += token.nesting;
    return around === 0;
  });
}

function isDefinition({ type }: Token): boolean {
  return type === "footnote_reference_open" || type === "footnote_reference_close";
}

/** Drops links back to where readers see no number: to an alternative text, or to a footnote nobody refers to. */
function dropDeadReturns(state: StateCore): void {
  if (state.env.footnotes === undefined) return;
  const shown = state.tokens.flatMap(({ children }) => children ?? []);
  const numbers = new Set(shown.filter(({ type }) => type === "footnote_ref").map(numberOf));
  state.tokens = state.tokens.filter(
    (token) => token.type !== "footnote_anchor" || numbers.has(numberOf(token)),
  );
}

function numberOf({ meta }: Token): string {
  return `${meta?.id}:${meta?.subId}`;
}
