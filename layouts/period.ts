import { type Html, html } from "../src/markup/html.ts";
import { listAddress, periodAddress } from "../src/model/address.ts";
import { NEWS } from "../src/model/list.ts";
import type { PeriodProps } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";
import { periodText } from "./parts/dates.ts";
import { listHeading, listTitle } from "./parts/list-title.ts";
import { type Framed, page } from "./parts/page.ts";
import { storyList } from "./parts/story-list.ts";

/** Every story of a day, of a section's month, or of an author's or topic's year. */
export function periodDocument({ frame, head, period, listings }: Framed<PeriodProps>): Html {
  const { site } = frame;
  const { list } = head;
  const text = periodText(period);
  const month = period.slice(0, 7);
  const above =
    list === NEWS
      ? { address: periodAddress(NEWS, month), name: periodText(month) }
      : { address: listAddress(list), name: listHeading(head) };
  return page(
    frame,
    {
      title: list === NEWS ? text : `${listTitle(head)}, ${text}`,
      address: periodAddress(list, period),
    },
    html`<header class="list-head">
<p class="kicker"><a href="${href(site, above.address)}">${above.name}</a></p>
<h1>${list === NEWS ? text : `${listHeading(head)}, ${text}`}</h1>
</header>
${storyList(site, list, listings, "h2")}`,
  );
}
