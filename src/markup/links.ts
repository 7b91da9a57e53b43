import type { Token } from "markdown-it";
import { markdown } from "./parse-markdown.ts";

export type LinkKind = "page" | "fragment" | "external" | "refused" | "relative";

/** What an address is, as markdown-it has encoded it: no space or control character is left to hide a scheme. */
export function linkKind(href: string): LinkKind {
  if (/^\/(?!\/)/.test(href)) return "page";
  if (href.startsWith("#")) return "fragment";
  if (/^(?:https?:\/\/[^/?#]|(?:mailto|tel):)/i.test(href)) return "external";
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? "refused" : "relative";
}

/** Path of an address inside the paper, without query and fragment, NFC and not percent-encoded. */
export function linkPath(href: string): string {
  return decodeAddress(encodedPath(href));
}

export function decodeAddress(address: string): string {
  return markdown.utils.lib.mdurl.decode(address).normalize("NFC");
}

/** The one place that decides what is a link. Whatever is none is shown as its text. */
export function placeLinks(
  tokens: readonly Token[],
  links: Readonly<Record<string, string>>,
  ids: ReadonlySet<string>,
): void {
  for (const token of tokens) {
    if (token.children !== null) token.children = shownTokens(token.children, links, ids);
  }
}

function shownTokens(tokens: Token[], ...known: Known): Token[] {
  const areShown: boolean[] = [];
  return tokens.filter((token) => {
    if (token.type === "link_close") return areShown.pop();
    if (token.type !== "link_open") return true;
    // An automatic link may stand inside another one; HTML allows no such thing.
    const isShown = !areShown.includes(true) && placeLink(token, ...known);
    areShown.push(isShown);
    return isShown;
  });
}

type Known = [links: Readonly<Record<string, string>>, ids: ReadonlySet<string>];

function placeLink(link: Token, ...[links, ids]: Known): boolean {
  const href = String(link.attrGet("href"));
  const kind = linkKind(href);
  if (kind === "page") {
    const path = linkPath(href);
    if (!Object.hasOwn(links, path)) return false;
    link.attrSet("href", links[path] + href.slice(encodedPath(href).length));
    return true;
  }
  if (kind === "fragment") return ids.has(decodeAddress(href.slice(1)));
  if (/^http/i.test(href)) link.attrSet("rel", "external");
  return kind === "external";
}

function encodedPath(href: string): string {
  return href.split(/[?#]/, 1)[0] as string;
}
