import { type Html, html, nothing } from "../../src/markup/html.ts";
import { MEDIA_TYPES } from "../../src/model/feed.ts";
import { NEWS } from "../../src/model/list.ts";
import { feedOf, feedPages } from "../../src/model/page.ts";
import type { ListHead } from "../../src/model/page-props.ts";
import { href, type Site } from "../../src/model/site.ts";
import { feedTitle } from "./feed-head.ts";

const PAPER: ListHead = { list: NEWS, name: "" };

/** For the head of a page: the feeds of the paper, and those of the list whose front it is. */
export function feedLinks(site: Site, own: ListHead = PAPER): Html {
  if (site.feeds === "none") return nothing;
  const heads = own.list === NEWS ? [PAPER] : [PAPER, own];
  return html`${heads.flatMap((head) => linksOf(site, head))}`;
}

function linksOf(site: Site, head: ListHead): Html[] {
  return feedPages(head.list).map((page) => {
    const type = MEDIA_TYPES[feedOf(page).format];
    return html`<link rel="alternate" type="${type}" title="${feedTitle(site, head)}" href="${href(site, page.address)}">
`;
  });
}
