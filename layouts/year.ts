import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import type { Day } from "../src/model/instant.ts";
import { NEWS } from "../src/model/list.ts";
import type { YearProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { calendarName, calendarParents } from "./parts/calendar-parents.ts";
import { dayNumber, monthText, periodText } from "./parts/dates.ts";
import { page } from "./parts/page.ts";
import { breadcrumbList, trail } from "./parts/trail.ts";

/** The calendar of a year: every day that has stories. */
export function yearDocument({ frame, period, days }: Framed<YearProps>): Html {
  const { site } = frame;
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const parents = calendarParents(period);
  const current = calendarName(period);
  return page(
    frame,
    {
      title: period,
      address: periodAddress(NEWS, period),
      head: jsonLd(breadcrumbList(site, parents, current)),
    },
    html`<header class="list-head">
${trail(site, parents)}
<h1>${period}</h1>
</header>
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
${daysOfMonth(month).map(
  (day, index) => html`<li${index === 0 ? startsOn(day) : nothing}>${dayText(site, day, days)}</li>
`,
)}</ol>
</section>
`;
}

function dayText(site: Site, day: Day, days: readonly Day[]): Html {
  if (!days.includes(day)) return html`${dayNumber(day)}`;
  const link = href(site, periodAddress(NEWS, day));
  return html`<a href="${link}" aria-label="${periodText(day)}">${dayNumber(day)}</a>`;
}

function daysOfMonth(month: string): Day[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Array.from(
    { length: daysInMonth },
    (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`,
  );
}

/** The column of the first day, in a calendar whose weeks begin on Sunday; the others follow. */
function startsOn(day: Day): Html {
  const column = (Temporal.PlainDate.from(day).dayOfWeek % 7) + 1;
  return html` class="weekday-${String(column)}"`;
}
