import { mapKeyAt, outputFile, RESERVED_WORDS } from "../model/address.ts";
import { crawlerPageAt } from "../model/crawler-page.ts";
import { type Page, staticPage } from "../model/page.ts";
import { listPageAt } from "../model/page-at.ts";
import { serverFileAt } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import { refusePathForm } from "./path-form.ts";
import { quoted, type Refusal } from "./refusal.ts";

/** Refuses a file of content/static/ that stands, or may one day stand, in the way of a page, or whose name is in another form. */
export function refuseStaticPath(path: string, site: Site): Refusal | undefined {
  const { address } = staticPage(path);
  const [first = ""] = address.slice(1).split("/");
  const isPaper = RESERVED_WORDS.has(first) || /^\d{4}$/.test(first);
  const isOfPaper = mapKeyAt(address) !== undefined || serverFileAt(site, address) !== undefined;
  const crawlerPage = crawlerPageAt(site, address);
  const isCrawlers = crawlerPage !== undefined && !isReplaceable(crawlerPage);
  if (
    isOfPaper ||
    isCrawlers ||
    listPageAt(site, address) !== undefined ||
    (isPaper && address.endsWith("/"))
  ) {
    return {
      code: "static-taken",
      message: `${address} is the address of a page of the paper.`,
      hint: "Give the file another name.",
    };
  }
  return isLikeFolder(outputFile(address)) ? likeFolder(path) : refusePathForm(path);
}

/** Whether a newsroom may write it by itself. */
function isReplaceable({ kind }: Page): boolean {
  return kind === "robots" || kind === "security" || kind === "favicon";
}

/** Whether a page may need a folder where the file would stand. */
function isLikeFolder(file: string): boolean {
  return file.split("/").every((name) => /^[\p{Ll}\p{Lo}\p{N}-]+$/u.test(name));
}

function likeFolder(path: string): Refusal {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    code: "static-name",
    message: `${quoted(name)} could be the name of a page, which needs a folder there.`,
    hint: `Give the file an ending: ${name}.txt`,
  };
}
