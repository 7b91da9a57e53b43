import { type Html, html, nothing } from "../../src/markup/html.ts";
import { listAddress } from "../../src/model/address.ts";
import { NEWS, sectionList } from "../../src/model/list.ts";
import { ARCHIVE, HOME, SEARCH } from "../../src/model/page.ts";
import { href, type Site } from "../../src/model/site.ts";

interface HeaderOptions {
  /** Address of the page itself. */
  readonly current: string | undefined;
  /** What stands in the corner of a front page. */
  readonly ear: Html;
  readonly attributes: Html;
}

export function pageHeader(site: Site, { current, ear, attributes }: HeaderOptions): Html {
  const links = [
    { name: "Latest", address: listAddress(NEWS) },
    ...site.sections.map(({ key, name }) => ({ name, address: listAddress(sectionList(key)) })),
    { name: "Archive", address: ARCHIVE.address },
  ];
  return html`<header class="masthead"${attributes}>
${ear}<p class="nameplate"><a href="${href(site, HOME.address)}">${site.name}</a></p>
<div class="tools">
<a href="${href(site, SEARCH.address)}"${mark(SEARCH.address, current)}>Search</a>
<button class="theme scripted" type="button" aria-label="Light or dark"></button>
</div>
<nav class="sections" aria-label="Sections"><ul>
${links.map(
  ({ name, address }) =>
    html`<li><a href="${href(site, address)}"${mark(address, current)}>${name}</a></li>
`,
)}</ul></nav>
<p class="promise"${alertsOf(site)}><a href="${href(site, listAddress(NEWS))}">${site.promise}</a></p>
</header>`;
}

/** By which the reader's browser makes a control of the promise: src/browser/live/alerts.ts. */
function alertsOf({ notifications, pollSeconds, push }: Site): Html {
  if (!notifications) return nothing;
  const service = push === undefined ? nothing : html` data-push="${push}"`;
  return html` data-seconds="${String(pollSeconds)}"${service}`;
}

function mark(address: string, current: string | undefined): Html {
  return address === current ? html` aria-current="page"` : nothing;
}
