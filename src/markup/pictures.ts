import markdownit, { type Token } from "markdown-it";
import { decodeAddress } from "./links.ts";
import { plainText } from "./plain-text.ts";

/** Path inside content/media/, NFC and not percent-encoded. */
export function picturePath(image: Token): string {
  return decodeAddress(String(image.attrGet("src")));
}

/** Whether the text of a paragraph is one picture and nothing else. */
export function isPicture({ children }: Token): boolean {
  return children?.length === 1 && children[0]?.type === "image";
}

/** Gives pictures their published address. One that has none is shown as its alternative text. */
export function placePictures(
  tokens: readonly Token[],
  pictures: Readonly<Record<string, string>>,
): void {
  for (const token of tokens) {
    if (token.children === null) continue;
    token.children = token.children.map((child) =>
      child.type === "image" ? placePicture(child, pictures) : child,
    );
  }
}

function placePicture(image: Token, pictures: Readonly<Record<string, string>>): Token {
  const path = picturePath(image);
  const alt = plainText(image.children ?? []);
  if (!Object.hasOwn(pictures, path)) {
    return Object.assign(new markdownit.Token("text", "", 0), { content: alt });
  }
  image.attrs = [
    ["src", pictures[path] as string],
    ["alt", alt],
    ["loading", "lazy"],
  ];
  return image;
}
