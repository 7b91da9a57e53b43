import { type Html, html, nothing } from "../../src/markup/html.ts";
import { listAddress } from "../../src/model/address.ts";
import { feedAddress } from "../../src/model/feed.ts";
import { CORRECTIONS, NEWS } from "../../src/model/list.ts";
import { ARCHIVE } from "../../src/model/page.ts";
import type { Site } from "../../src/model/site.ts";
import { settingHref } from "./setting-href.ts";

export function pageFooter(site: Site, attributes: Html): Html {
  const links = [
    { name: "Latest updates", address: listAddress(NEWS) },
    { name: "Archive", address: ARCHIVE.address },
    { name: "Corrections", address: listAddress(CORRECTIONS) },
    ...(site.feeds === "none" ? [] : [{ name: "RSS", address: feedAddress("rss", NEWS) }]),
    ...site.organization.policies.map(({ property, address }) => ({
      name: policyName(property),
      address,
    })),
  ];
  return html`<footer class="imprint"${attributes}>
<p class="nameplate">${site.name}</p>
${site.tagline === undefined ? nothing : html`<p>${site.tagline}</p>`}
<nav aria-label="About ${site.name}"><ul>
${links.map(
  ({ name, address }) => html`<li><a href="${settingHref(site, address)}">${name}</a></li>
`,
)}</ul></nav>
<p>Places: <a rel="external" href="https://www.geonames.org/">GeoNames</a> (<a rel="external" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>). Maps: <a rel="external" href="https://www.naturalearthdata.com/">Natural Earth</a>.</p>
</footer>`;
}

/** Those that read badly as schema.org calls them. */
const POLICY_NAMES: Record<string, string> = {
  actionableFeedbackPolicy: "Feedback",
  missionCoveragePrioritiesPolicy: "Mission and coverage",
  noBylinesPolicy: "Stories without bylines",
  ownershipFundingInfo: "Ownership and funding",
  verificationFactCheckingPolicy: "Fact checking",
};

/** `correctionsPolicy` is the `Corrections policy`. */
function policyName(property: string): string {
  const known = POLICY_NAMES[property];
  if (known !== undefined) return known;
  const words = property.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
