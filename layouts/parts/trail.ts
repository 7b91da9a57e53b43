import type { BreadcrumbList } from "schema-dts";
import { type Html, html, nothing } from "../../src/markup/html.ts";
import { HOME } from "../../src/model/page.ts";
import { absoluteUrl, href, type Site } from "../../src/model/site.ts";

/** A page that lies above another one. */
export interface Crumb {
  readonly name: string;
  readonly address: string;
}

interface TrailView {
  /** Of its language, where that is not the page's. */
  readonly attributes?: Html;
  /** Property of microformats that the links are. */
  readonly microformat?: string;
}

/** Breadcrumbs for readers: the pages above this one. What it is called itself, the headline below says. */
export function trail(
  site: Site,
  parents: readonly Crumb[],
  { attributes = nothing, microformat }: TrailView = {},
): Html {
  if (parents.length === 0) return nothing;
  const known = microformat === undefined ? nothing : html` class="${microformat}"`;
  const links = parents.map(
    ({ name, address }) => html`<li><a${known} href="${href(site, address)}">${name}</a></li>`,
  );
  return html`<nav class="trail" aria-label="Breadcrumb"${attributes}><ol>${links}</ol></nav>`;
}

/** The same for search engines, who want two at least: below nothing else a page lies below the front page. */
export function breadcrumbList(
  site: Site,
  parents: readonly Crumb[],
  current: string,
): BreadcrumbList {
  const above = parents.length === 0 ? [{ name: site.name, address: HOME.address }] : parents;
  const links = above.map(({ name, address }) => ({ name, item: absoluteUrl(site, address) }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...links, { name: current }].map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      ...crumb,
    })),
  };
}
