import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { outputFile } from "../../src/model/address.ts";

/** A page as machines see it. */
export interface ToldPage {
  readonly html: string;
  /** Tag names of the elements that match a selector. */
  tags(selector: string): string[];
  /** Contents of the those elements. */
  texts(selector: string): string[];
  /** Values of an attribute of those elements. */
  values(selector: string, attribute: string): string[];
  /** Contents of a `meta` element, by its `name` or `property`. */
  meta(name: string): string[];
  /** The objects of its JSON-LD. */
  readonly facts: readonly Facts[];
}

// biome-ignore lint/suspicious/noExplicitAny: whether it is what it should be, is what tests find out.
export type Facts = any;

interface Element {
  readonly localName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export function toldPage(folder: string, address: string): ToldPage {
  return toldDocument(readFileSync(join(folder, outputFile(address)), "utf8"));
}

export function toldDocument(html: string): ToldPage {
  const { document } = parseHTML(html);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => spaced(textContent));
  const values = (selector: string, attribute: string) =>
    all(selector).map((element) => String(element.getAttribute(attribute)));
  return {
    html,
    tags: (selector) => all(selector).map(({ localName }) => localName),
    texts,
    values,
    meta: (name) => values(`meta[name="${name}"], meta[property="${name}"]`, "content"),
    facts: texts('script[type="application/ld+json"]').map((text) => JSON.parse(text)),
  };
}

/** Text with single spaces. */
export function spaced(text: string | null): string {
  return String(text).replace(/\s+/g, " ").trim();
}
