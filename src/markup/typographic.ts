import markdownit from "markdown-it";
import { plainText } from "./plain-text.ts";
import { useTypography } from "./typography.ts";

// Nothing of Markdown but what it makes of quotation marks.
const typographer = markdownit("zero", { typographer: true })
  .enable("smartquotes")
  .use(useTypography);

/** Plain text with the quotation marks, dashes and dots that the body of a story has. */
export function typographic(text: string): string {
  return /["']|--|\.\.\./.test(text) ? plainText(typographer.parseInline(text, {})) : text;
}
