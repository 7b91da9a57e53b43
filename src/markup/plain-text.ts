import type { Token } from "markdown-it";

/** What inline tokens say without their markup; a picture says its alternative text. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join("");
}

function textOf(token: Token): string {
  if (token.children !== null) return plainText(token.children);
  return token.type.endsWith("break") ? " " : token.content;
}
