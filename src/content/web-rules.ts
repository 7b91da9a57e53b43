import { RESERVED_WORDS } from "../model/address.ts";
import { quoted, type Refusal } from "./refusal.ts";

/** An address on the web, as browsers write it. */
export function webUrl(text: string): string | Refusal {
  const url = URL.canParse(text) && !/\s/.test(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url && isWeb && url.username === "" && url.password === "") return url.href;
  return {
    code: "url-form",
    message: `${quoted(text)} is not an address on the web.`,
    hint: "Write it in full: https://example.org/story",
  };
}

/** BCP 47, in its canonical form. */
export function languageTag(text: string): string | Refusal {
  const tag = canonicalTag(text);
  if (tag !== undefined) return tag;
  const near = canonicalTag(text.replace(/_/g, "-").replace(/\..*$/, ""));
  return {
    code: "language-unknown",
    message: `${quoted(text)} is not the tag of a language.`,
    hint: near ?? "Two or three letters, then the country if it matters: en, pt-BR, zh-Hant",
  };
}

function canonicalTag(text: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An old address of a story: `/politics/2001/summit/` or `/2001/summit.html`, in NFC and not percent-encoded. */
export function oldAddress(text: string): string | Refusal {
  const address =
    decode(text)
      ?.normalize("NFC")
      .replace(/\/index\.html$/, "/") ?? "";
  const names = address
    .slice(1)
    .replace(/(\/|\.html)$/, "")
    .split("/");
  const hasForm = /^\/.+(\/|\.html)$/.test(address) && !/[\\?#%:*"<>|\p{Cc}]/u.test(address);
  if (OWN_FOLDER.test(address)) return refuseOwn(address);
  if (hasForm && names.every(isFolderName)) return address;
  return {
    code: "alias-form",
    message: `${quoted(text)} is not an old address of a story.`,
    hint: `Only the path, with a slash at both ends or with .html: ${example(text)}`,
  };
}

/** A folder with a dot in its name could stand where a file is published. Short enough for the file systems of servers. */
function isFolderName(name: string): boolean {
  return name !== "" && !name.includes(".") && Buffer.byteLength(name) <= 200;
}

/** Folders of the paper, and what could be a file that servers look for, such as `_headers`. */
const OWN_FOLDER = new RegExp(`^/(${[...RESERVED_WORDS, "CNAME", "_[^/]*"].join("|")})/$`);

function refuseOwn(address: string): Refusal {
  return {
    code: "alias-reserved",
    message: `${address} belongs to the paper's own pages and files.`,
    hint: "Delete the line: no story can have stood there.",
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURI(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function example(text: string): string {
  const path = text.replace(/^https?:\/\/[^/]*/, "").replace(/[?#].*$/, "");
  const near = `/${path}/`.replace(/\/\/+/g, "/").replace(/\.html\/$/, ".html");
  return /^\/[\w-]+(\/[\w-]+)*(\/|\.html)$/.test(near) ? near : "/2001/summit/";
}

export function email(text: string): string | Refusal {
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) return text;
  return {
    code: "email-form",
    message: `${quoted(text)} is not an e-mail address.`,
    hint: "desk@example.org",
  };
}
