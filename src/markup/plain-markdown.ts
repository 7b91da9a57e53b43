import { parseMarkdown } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";

/** The words of a text, without its markup and its footnotes. */
export function plainMarkdown(source: string): string {
  const tokens = parseMarkdown(source);
  const notes = tokens.findIndex(({ type }) => type === "footnote_block_open");
  return tokens
    .slice(0, notes < 0 ? tokens.length : notes)
    .filter(({ type }) => type === "inline")
    .map(({ children }) =>
      plainText((children ?? []).filter(({ type }) => type !== "footnote_ref")),
    )
    .join(" ");
}
