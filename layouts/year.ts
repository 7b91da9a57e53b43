import { type Html, html } from "../src/markup/html.ts";
import { periodAddress } from "../src/model/address.ts";
import type { Day } from "../src/model/instant.ts";
import { NEWS } from "../src/model/list.ts";
import { ARCHIVE } from "../src/model/page.ts";
import type { YearProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { dayNumber, monthText, periodText } from "./parts/dates.ts";
import { type Framed, page } from "./parts/page.ts";

/** The calendar of a year: every day that has stories. */
export function yearDocument({ frame, period, days }: Framed<YearProps>): Html {
  const { site } = frame;
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return page(
    frame,
    { title: period, address: periodAddress(NEWS, period) },
    html`<p class="kicker"><a href="${href(site, ARCHIVE.address)}">Archive</a></p>
<h1>${period}</h1>
<div class="calendar">
${months.map((month) =>
  monthSection(
    site,
    month,
    days.filter((day) => day.startsWith(month)),
  ),
)}</div>`,
  );
}

function monthSection(site: Site, month: string, days: readonly Day[]): Html {
  return html`<section>
<h2><a href="${href(site, periodAddress(NEWS, month))}">${monthText(month)}</a></h2>
<ol>
${days.map((day) => dayLink(site, day))}</ol>
</section>
`;
}

function dayLink(site: Site, day: Day): Html {
  const link = href(site, periodAddress(NEWS, day));
  return html`<li><a href="${link}" aria-label="${periodText(day)}">${dayNumber(day)}</a></li>
`;
}
