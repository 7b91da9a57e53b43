import { type Html, joinHtml, nothing } from "../../src/markup/html.ts";

/** Parts with a space between them, but for those that are nothing. */
export function spaced(...parts: readonly Html[]): Html {
  return joinHtml(
    parts.filter((part) => part !== nothing),
    " ",
  );
}
