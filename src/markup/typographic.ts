import markdownit from "markdown-it/browser";
import { remembering } from "../model/remembering.ts";
import { plainText } from "./plain-text.ts";
import { useTypography } from "./typography.ts";

// Nothing of Markdown but what it makes of quotation marks.
const typographer = markdownit("zero", { typographer: true })
  .enable("smartquotes")
  .use(useTypography);

/** Plain text with the quotation marks, dashes and dots that the body of a story has. */
export function typographic(text: string): string {
  return /["']|--|\.\.\./.test(text) ? shaped(text) : text;
}

// A story's page alone has its headline in six places.
const shaped = remembering((text: string) => plainText(typographer.parseInline(text, {})));
