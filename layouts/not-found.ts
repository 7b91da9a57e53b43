import { type Html, html } from "../src/markup/html.ts";
import { listAddress } from "../src/model/address.ts";
import type { Frame } from "../src/model/frame.ts";
import { NEWS, sectionList } from "../src/model/list.ts";
import { ARCHIVE, SEARCH } from "../src/model/page.ts";
import { href } from "../src/model/site.ts";
import { page } from "./parts/page.ts";

/** What a server sends for an address where nothing is. */
export function notFoundDocument({ frame }: { readonly frame: Frame }): Html {
  const { site } = frame;
  return page(
    frame,
    { title: "Page not found", robots: "noindex" },
    html`<h1>Page not found</h1>
<p>There is nothing at this address. The story may have moved, or the address may have a slip of the pen in it.</p>
<ul>
<li><a href="${href(site, listAddress(NEWS))}">Latest updates</a></li>
${site.sections.map(
  ({ key, name }) =>
    html`<li><a href="${href(site, listAddress(sectionList(key)))}">${name}</a></li>
`,
)}<li><a href="${href(site, ARCHIVE.address)}">Archive: every story, by date</a></li>
<li><a href="${href(site, SEARCH.address)}">Search: every story, by its words</a></li>
</ul>`,
  );
}
