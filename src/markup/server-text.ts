import type { Site } from "../model/site.ts";
import { type Html, trustedHtml } from "./html.ts";

/** A file for a server, of lines in which every text from elsewhere was quoted or percent-encoded. */
export function serverText(lines: readonly string[]): Html {
  return trustedHtml(lines.map((line) => `${line}\n`).join(""));
}

/** A text as a parameter in nginx's configuration, which takes it as it is. */
export function nginxText(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** An address as nginx compares it: not percent-encoded. */
export function nginxPath({ base }: Pick<Site, "base">, address: string): string {
  return decodeURI(base) + address;
}

/** A link as a parameter in which nginx would look for variables. */
export function nginxLink(link: string): string {
  return nginxText(link.replaceAll("$", "%24"));
}
