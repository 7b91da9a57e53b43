import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { NEWS } from "../src/model/list.ts";
import type { MonthProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { calendarName, calendarParents } from "./parts/calendar-parents.ts";
import { periodText } from "./parts/dates.ts";
import { page } from "./parts/page.ts";
import { storyList } from "./parts/story-list.ts";
import { breadcrumbList, trail } from "./parts/trail.ts";

/** The days of a month, each with its newest few stories. */
export function monthDocument({ frame, period, days }: Framed<MonthProps>): Html {
  const { site } = frame;
  const parents = calendarParents(period);
  const current = calendarName(period);
  return page(
    frame,
    {
      title: periodText(period),
      address: periodAddress(NEWS, period),
      head: jsonLd(breadcrumbList(site, parents, current)),
    },
    html`<header class="list-head">
${trail(site, parents)}
<h1>${periodText(period)}</h1>
</header>
${days.map((day) => daySection(site, day))}`,
  );
}

function daySection(site: Site, { day, listings, hasMore }: MonthProps["days"][number]): Html {
  const link = href(site, periodAddress(NEWS, day));
  const text = periodText(day);
  return html`<section class="day">
<h2><a href="${link}">${text}</a></h2>
${storyList(site, NEWS, listings, { heading: "h3", isDayKnown: true })}
${hasMore ? html`<p><a href="${link}">All stories of ${text}</a></p>` : nothing}
</section>
`;
}
