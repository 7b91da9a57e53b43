import { type Html, html, nothing } from "../../src/markup/html.ts";
import { listAddress } from "../../src/model/address.ts";
import { NEWS, sectionList } from "../../src/model/list.ts";
import { ARCHIVE, HOME } from "../../src/model/page.ts";
import { href, type Site } from "../../src/model/site.ts";

export function pageHeader(site: Site, current: string | undefined, attributes: Html): Html {
  const links = [
    { name: "Latest", address: listAddress(NEWS) },
    ...site.sections.map(({ key, name }) => ({ name, address: listAddress(sectionList(key)) })),
    { name: "Archive", address: ARCHIVE.address },
  ];
  return html`<header class="masthead"${attributes}>
<p class="paper"><a href="${href(site, HOME.address)}">${site.name}</a></p>
${site.tagline === undefined ? nothing : html`<p class="tagline">${site.tagline}</p>`}
<nav aria-label="Sections"><ul>
${links.map(
  ({ name, address }) =>
    html`<li><a href="${href(site, address)}"${mark(address, current)}>${name}</a></li>
`,
)}</ul></nav>
<p class="promise"><a href="${href(site, listAddress(NEWS))}">${site.promise}</a></p>
</header>`;
}

function mark(address: string, current: string | undefined): Html {
  return address === current ? html` aria-current="page"` : nothing;
}
