import type { Token } from "markdown-it";
import { decodeAddress, linkKind } from "./links.ts";
import { markdown } from "./parse-markdown.ts";
import { type Finding, type Passage, type Place, placeIn } from "./passage.ts";

/** Where the address of a link or picture is typed; where that is elsewhere, the text that is linked. */
export function placeOfAddress(passage: Passage, lines: readonly string[], token: Token): Place {
  const { content } = passage;
  const [start, end] = labelOf(token, content);
  if (content.startsWith("](", end)) {
    const typed = content.slice(end + 2).search(/\S/) + end + 2;
    const { ok, pos } = markdown.helpers.parseLinkDestination(content, typed, content.length);
    if (ok) return placeIn(passage, lines, typed, pos);
  }
  return placeIn(passage, lines, start, end);
}

/** From where to where the text of a link or picture is in its passage: without brackets. */
function labelOf(token: Token, content: string): readonly [number, number] {
  const [start, end] = token.map as [number, number];
  if (token.type === "image") return [start + 2, start + 2 + token.content.length];
  return token.info === "auto" ? [start + 1, content.indexOf(">", start)] : [start, end];
}

/** What an editor should know of a link that readers see as mere text. */
export function inspectLink(href: string, place: Place): Finding[] {
  const address = decodeAddress(href);
  const kind = linkKind(href);
  if (kind === "refused") return [refused(address, place)];
  return kind === "relative" ? [relative(address, place)] : [];
}

function refused(address: string, place: Place): Finding {
  const [scheme = ""] = address.split(":", 1);
  const [, host] = /^\w+:\/\/(.+)/.exec(address) ?? [];
  return {
    ...place,
    severity: "error",
    code: "link-scheme",
    message: `A link can't lead to "${scheme}:", so readers see its text alone.`,
    hint:
      host === undefined
        ? "Begin with https://, mailto: or tel:, or with / for a page of the paper."
        : `https://${host}`,
  };
}

function relative(address: string, place: Place): Finding {
  return {
    ...place,
    severity: "warning",
    code: "link-relative",
    message:
      address === ""
        ? "This link has no address, so readers see its text alone."
        : `The address "${address}" doesn't begin with a single /, so readers see the text of the link alone.`,
    hint: probableAddress(address),
  };
}

/** `../2001/07/storm.md` was probably meant as `/2001/07/storm/`, and `www.example.org` as a site. */
function probableAddress(address: string): string {
  if (address === "") return "/2001/07/storm/";
  if (address.startsWith("//")) return `https:${address}`;
  if (/^[^/\s]+@[^/\s]+$/.test(address)) return `mailto:${address}`;
  const [path = "", suffix = ""] = address.split(/(?=[?#])(.*)/s);
  const isSite = /^[\w-]+(?:\.[\w-]+)*\.(?!md$|html?$)[a-z]{2,}$/i.test(
    path.split("/", 1)[0] as string,
  );
  return isSite ? `https://${address}` : pageAddress(path) + suffix;
}

function pageAddress(path: string): string {
  const name = path
    .replace(/^(?:\.{0,2}\/)*(?:content\/)?(?:stories\/|pages\/)?/, "")
    .replace(/(?:\/index)?\.(?:md|html?)$/, "")
    .replace(/\/$/, "");
  return `/${name}/`;
}
