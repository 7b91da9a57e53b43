// The same in one file, which Node loads in a quarter of the time.
import markdownit, { type Token } from "markdown-it/browser";
import { useDirectives } from "./directives.ts";
import { useFootnotes } from "./footnotes.ts";
import { useTypedText } from "./typed-text.ts";
import { useTypography } from "./typography.ts";

export const markdown = markdownit({ html: false, linkify: false, typographer: true })
  .use(useFootnotes)
  .use(useDirectives)
  .use(useTypedText)
  .use(useTypography);

// One place decides what may be linked to: links.ts, over tokens. Every address gets that far.
markdown.validateLink = () => true;

/** Notes on an inline token, as its `map`, where its rule began to read the content and where it had to stop. */
class PlacedState extends markdown.inline.State {
  override push(type: string, tag: string, nesting: Token["nesting"]): Token {
    const token = super.push(type, tag, nesting);
    token.map = [this.pos, this.posMax];
    return token;
  }
}
markdown.inline.State = PlacedState;

export function parseMarkdown(source: string): Token[] {
  return markdown.parse(source, {});
}
