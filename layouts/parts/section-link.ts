import { type Html, html, nothing } from "../../src/markup/html.ts";
import { listAddress } from "../../src/model/address.ts";
import { sectionList } from "../../src/model/list.ts";
import { href, type Site, sectionOf } from "../../src/model/site.ts";

/** Nothing for a story without a section, or whose section site.yaml no longer has. */
export function sectionLink(site: Site, key: string | undefined): Html {
  const section = sectionOf(site, key);
  if (section === undefined) return nothing;
  return html`<a href="${href(site, listAddress(sectionList(section.key)))}">${section.name}</a>`;
}
