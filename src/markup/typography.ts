import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Dashes and dots, and the quotation marks that markdown-it leaves straight because they have no partner. */
export function useTypography(markdown: MarkdownIt): void {
  // The dashes and dots are done here because it would also make "501(c)(3)" a copyright notice.
  markdown.disable("replacements");
  markdown.core.ruler.after("smartquotes", "typography", typography);
}

function typography({ tokens }: StateCore): void {
  for (const { children, content } of tokens) {
    if (children !== null && /["']|--|\.\.\./.test(content)) mendText(children);
  }
}

function mendText(tokens: readonly Token[]): void {
  let before = " ";
  let isAddress = false;
  for (const token of tokens) {
    if (token.info === "auto") isAddress = token.nesting === 1;
    if (token.type === "text" && !isAddress) {
      token.content = mendQuotes(before, mendDashes(token.content));
    }
    before = token.type.endsWith("break") ? " " : token.content.slice(-1) || before;
  }
}

function mendDashes(text: string): string {
  if (!/--|\.{3}/.test(text)) return text;
  return text
    .replace(/\.{3}/g, "…")
    .replace(/(?<!-)---(?!-)/g, "—")
    .replace(/(?<!-)--(?!-)/g, "–");
}

/** Decides by the character before a mark, which for the first one is the last of the token before. */
function mendQuotes(before: string, text: string): string {
  if (!/['"]|‘n’/i.test(text)) return text;
  return (before + text)
    .replace(/(?<=\s)‘(n)’(?=\s)/gi, "’$1’")
    .replace(/(?<=[\s([{–—“])'(?=\d|(?:tis|twas|em|til|n)\b)/gi, "’")
    .replace(/(?<=[\s([{–—“])'(?=\S|$)/g, "‘")
    .replace(/'/g, "’")
    .replace(/(?<=[\s([{–—‘])"(?=\S|$)/g, "“")
    .replace(/"/g, "”")
    .slice(before.length);
}
