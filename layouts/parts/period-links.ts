import { type Html, html, nothing } from "../../src/markup/html.ts";
import { periodAddress } from "../../src/model/address.ts";
import type { List, Period } from "../../src/model/list.ts";
import { href, type Site } from "../../src/model/site.ts";
import { periodText } from "./dates.ts";

/** The years or months into which a list is cut. */
export function periodLinks(site: Site, list: List, periods: readonly Period[]): Html {
  if (periods.length === 0) return nothing;
  return html`<nav class="periods" aria-labelledby="periods">
<h2 id="periods">By date</h2>
<ul>
${periods.map(
  (period) =>
    html`<li><a href="${href(site, periodAddress(list, period))}">${periodText(period)}</a></li>
`,
)}</ul>
</nav>`;
}
