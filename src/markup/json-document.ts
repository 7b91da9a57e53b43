import { type Html, trustedHtml } from "./html.ts";

/** A value as a document in JSON, whose signs are not those of markup. */
export function jsonDocument(value: object): Html {
  return trustedHtml(`${JSON.stringify(value)}\n`);
}
