import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { typographic } from "../src/markup/typographic.ts";
import { listAddress, periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { CORRECTIONS } from "../src/model/list.ts";
import type { CorrectedStory, CorrectionsProps, ListHead } from "../src/model/page-props.ts";
import { href, type Organization, type Site } from "../src/model/site.ts";
import { correctionNote } from "./parts/correction-note.ts";
import { foreignAttributes } from "./parts/language.ts";
import { page } from "./parts/page.ts";
import { periodLinks } from "./parts/period-links.ts";
import { settingHref } from "./parts/setting-href.ts";
import { breadcrumbList, type Crumb, trail } from "./parts/trail.ts";
import { unseen } from "./parts/unseen.ts";

const HEAD: ListHead = { list: CORRECTIONS, name: "Corrections" };

/** The newest corrections, or those of a year. */
export function correctionsDocument(props: Framed<CorrectionsProps>): Html {
  const { frame, period, corrected, periods, isOpening } = props;
  const { site } = frame;
  const title = period === undefined ? "Corrections" : `Corrections, ${period}`;
  const front = { name: "Corrections", address: listAddress(CORRECTIONS) };
  const [address, parents, current]: [string, Crumb[], string] =
    period === undefined
      ? [front.address, [], front.name]
      : [periodAddress(CORRECTIONS, period), [front], period];
  return page(
    frame,
    {
      title,
      address,
      ...(!isOpening && period === undefined && { front: HEAD }),
      head: jsonLd(breadcrumbList(site, parents, current)),
    },
    html`<header class="list-head">
${trail(site, parents)}
<h1>${period === undefined ? title : html`${unseen(`${front.name}, `)}${period}`}</h1>
${reportLine(site.organization)}
${policyLine(site)}
</header>
${correctedStories(site, corrected)}
${periodLinks(site, CORRECTIONS, periods)}`,
  );
}

function reportLine({ email }: Organization): Html {
  if (email === undefined) return nothing;
  return html`<p>Report an error: <a href="mailto:${email}">${email}</a></p>`;
}

function policyLine(site: Site): Html {
  const { policies } = site.organization;
  const policy = policies.find(({ property }) => property === "correctionsPolicy");
  if (policy === undefined) return nothing;
  return html`<p><a href="${settingHref(site, policy.address)}">How we correct errors</a></p>`;
}

function correctedStories(site: Site, corrected: readonly CorrectedStory[]): Html {
  if (corrected.length === 0) return html`<p>There are no corrections here.</p>`;
  return html`<ol class="stories corrected">
${corrected.map(
  ({ address, headline, language, correction }) => html`<li${foreignAttributes(site, language)}>
<h2><a href="${href(site, address)}">${typographic(headline)}</a></h2>
${correctionNote(site, language, correction)}</li>
`,
)}</ol>`;
}
