import { type Html, html } from "../src/markup/html.ts";
import { listAddress } from "../src/model/address.ts";
import { NEWS } from "../src/model/list.ts";
import { HOME } from "../src/model/page.ts";
import type { PageProps } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";
import { type Framed, page } from "./parts/page.ts";
import { headlineList, storyList } from "./parts/story-list.ts";

/** Stories shown with their summaries; those after them are headlines in the rail. */
const SHOWN_AT_LENGTH = 13;

export function homeDocument({ frame, listings }: Framed<PageProps["home"]>): Html {
  const { site } = frame;
  return page(
    frame,
    { address: HOME.address, description: site.tagline },
    html`<h1 class="unseen">${site.name}</h1>
<div class="home">
<section class="lead" aria-label="Top stories">
${storyList(site, listings.slice(0, SHOWN_AT_LENGTH), "h2")}
</section>
<section class="rail" aria-labelledby="latest">
<h2 id="latest"><a href="${href(site, listAddress(NEWS))}">Latest updates</a></h2>
${headlineList(site, listings.slice(SHOWN_AT_LENGTH))}
</section>
</div>`,
  );
}
