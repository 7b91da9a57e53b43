import { type Html, html } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { listAddress, periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { NEWS } from "../src/model/list.ts";
import type { PeriodProps } from "../src/model/page-props.ts";
import { calendarName, calendarParents } from "./parts/calendar-parents.ts";
import { periodText } from "./parts/dates.ts";
import { listHeading, listTitle } from "./parts/list-title.ts";
import { page } from "./parts/page.ts";
import { storyList } from "./parts/story-list.ts";
import { breadcrumbList, trail } from "./parts/trail.ts";
import { unseen } from "./parts/unseen.ts";

/** Every story of a day, of a section's month, or of an author's or topic's year. */
export function periodDocument({ frame, head, period, listings }: Framed<PeriodProps>): Html {
  const { site } = frame;
  const { list } = head;
  const text = periodText(period);
  const isDay = list === NEWS;
  const parents = isDay
    ? calendarParents(period)
    : [{ name: listHeading(head), address: listAddress(list) }];
  const current = isDay ? calendarName(period) : text;
  return page(
    frame,
    {
      title: isDay ? text : `${listTitle(head)}, ${text}`,
      address: periodAddress(list, period),
      head: jsonLd(breadcrumbList(site, parents, current)),
    },
    html`<header class="list-head">
${trail(site, parents)}
<h1>${isDay ? text : html`${unseen(`${listHeading(head)}, `)}${text}`}</h1>
</header>
${storyList(site, list, listings, { heading: "h2", isDayKnown: isDay })}`,
  );
}
