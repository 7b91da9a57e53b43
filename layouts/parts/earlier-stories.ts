import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { listAddress } from "../../src/model/address.ts";
import { topicList } from "../../src/model/list.ts";
import type { EarlierStory } from "../../src/model/page-props.ts";
import { href, type Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { periodText } from "./dates.ts";
import { foreignAttributes, paperAttributes } from "./language.ts";

/** What was published just before, under the story's first topic. */
export function earlierStories(
  site: Site,
  { topics: [topic], language }: ShownStory,
  earlier: readonly EarlierStory[],
): Html {
  if (topic === undefined || earlier.length === 0) return nothing;
  return html`<nav class="earlier" aria-labelledby="earlier"${paperAttributes(site, language)}>
<h2 id="earlier">Earlier: <a href="${href(site, listAddress(topicList(topic.key)))}">${typographic(topic.name)}</a></h2>
<ol class="headlines">
${earlier.map((story) => earlierStory(site, story))}</ol>
</nav>`;
}

function earlierStory(site: Site, { address, headline, language, day }: EarlierStory): Html {
  return html`<li><a href="${href(site, address)}"${foreignAttributes(site, language)}>${typographic(headline)}</a>
<time datetime="${day}">${periodText(day)}</time></li>
`;
}
