import type { BreadcrumbList } from "schema-dts";
import { type Html, html, nothing } from "../../src/markup/html.ts";
import { HOME } from "../../src/model/page.ts";
import { absoluteUrl, href, type Site } from "../../src/model/site.ts";

/** A page that lies above another one. */
export interface Crumb {
  readonly name: string;
  readonly address: string;
}

/** Breadcrumbs for readers: the pages above this one, then its own name, unless a headline says it. */
export function trail(
  site: Site,
  parents: readonly Crumb[],
  { current, attributes = nothing }: { readonly current?: string; readonly attributes?: Html },
): Html {
  const links = parents.map(
    ({ name, address }) => html`<li><a href="${href(site, address)}">${name}</a></li>`,
  );
  const last = current === undefined ? nothing : html`<li aria-current="page">${current}</li>`;
  return html`<nav class="trail" aria-label="Breadcrumb"${attributes}><ol>${links}${last}</ol></nav>`;
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
