import markdownit, { type Token } from "markdown-it/browser";
import type { ShownPicture } from "../model/picture.ts";
import { decodeAddress } from "./links.ts";
import { markupToken } from "./markup-token.ts";
import { pictureMarkup } from "./picture.ts";
import { plainText } from "./plain-text.ts";

/** Path inside content/media/, NFC and not percent-encoded. */
export function picturePath(image: Token): string {
  return decodeAddress(String(image.attrGet("src")));
}

/** Whether the text of a paragraph is one picture and nothing else. */
export function isPicture({ children }: Token): boolean {
  return children?.length === 1 && children[0]?.type === "image";
}

/** How wide a picture is among the text: a measure of text, or the whole of a narrow screen. */
const SIZES = "(min-width: 46rem) 38rem, 100vw";

/** Puts the markup of published pictures in their place. One that has none is shown as its alternative text. */
export function placePictures(
  tokens: readonly Token[],
  pictures: Readonly<Record<string, ShownPicture>>,
): void {
  for (const token of tokens) {
    if (token.children === null) continue;
    token.children = token.children.map((child) =>
      child.type === "image" ? placePicture(child, pictures) : child,
    );
  }
}

function placePicture(image: Token, pictures: Readonly<Record<string, ShownPicture>>): Token {
  const path = picturePath(image);
  const alt = plainText(image.children ?? []);
  if (!Object.hasOwn(pictures, path)) {
    return Object.assign(new markdownit.Token("text", "", 0), { content: alt });
  }
  const shown = pictures[path] as ShownPicture;
  return markupToken(pictureMarkup(shown, { alt, sizes: SIZES, isLead: false }));
}
