import { type Html, html, nothing } from "../../src/markup/html.ts";

/** An element of XML on a line of its own; nothing without a text. Markup in the text is part of it, as typed. */
export function element(name: string, text: string | Html | undefined): Html {
  if (text === undefined || `${text}` === "") return nothing;
  return html`<${name}>${String(text)}</${name}>
`;
}
