import { type Html, trustedHtml } from "./html.ts";

/** Lines of plain text, in which no sign is markup. */
export function plainDocument(lines: readonly string[]): Html {
  return trustedHtml(lines.map((line) => `${line}\n`).join(""));
}
