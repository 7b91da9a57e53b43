/** Markup that is safe to send: made by the `html` tag, or vouched for by `trustedHtml`. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text, which is escaped, or markup. */
export type HtmlPart = string | Html | readonly Html[];

/** Template tag: escapes every text put into it. Attribute values must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  let text = strings[0] as string;
  // Not with `entries()`: nothing is called as often.
  for (let index = 0; index < parts.length; index++) {
    text += partText(parts[index] as HtmlPart) + strings[index + 1];
  }
  return new Html(text);
}

/** For the other branch of a condition in a template. */
export const nothing: Html = new Html("");

/** The one way past the escaping: only for text that this program has itself made markup. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

/** Puts `separator` between parts: `A, B and C` and the like. */
export function joinHtml(parts: readonly HtmlPart[], separator: HtmlPart): Html {
  return new Html(parts.map(partText).join(partText(separator)));
}

function partText(part: HtmlPart): string {
  if (typeof part === "string") return escapeHtml(part);
  return part instanceof Html ? part.toString() : part.join("");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string) : text;
}
