import { parseMarkdown } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";

/** The words of a text, without its markup. */
export function plainMarkdown(source: string): string {
  return parseMarkdown(source)
    .filter(({ type }) => type === "inline")
    .map(({ children }) => plainText(children ?? []))
    .join(" ");
}
