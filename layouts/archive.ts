import { type Html, html } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { NEWS } from "../src/model/list.ts";
import { ARCHIVE } from "../src/model/page.ts";
import type { PageProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { page } from "./parts/page.ts";
import { breadcrumbList } from "./parts/trail.ts";

/** The years of the paper. */
export function archiveDocument({ frame, years }: Framed<PageProps["archive"]>): Html {
  return page(
    frame,
    {
      title: "Archive",
      address: ARCHIVE.address,
      head: jsonLd(breadcrumbList(frame.site, [], "Archive")),
    },
    html`<header class="list-head">
<h1>Archive</h1>
</header>
${years.length === 0 ? html`<p>There are no stories here yet.</p>` : yearLinks(frame.site, years)}`,
  );
}

function yearLinks(site: Site, years: readonly string[]): Html {
  return html`<ul class="years">
${years.map(
  (year) => html`<li><a href="${href(site, periodAddress(NEWS, year))}">${year}</a></li>
`,
)}</ul>`;
}
