import { type Html, html, joinHtml, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { listAddress, periodAddress } from "../../src/model/address.ts";
import { NEWS, topicList } from "../../src/model/list.ts";
import { absoluteUrl, href, type Site } from "../../src/model/site.ts";
import type { ShownStory, Topic } from "../../src/model/story.ts";
import { periodText } from "./dates.ts";
import { paperAttributes } from "./language.ts";

/** Where the story comes from, and where to read on: nothing that changes when a newer story appears. */
export function storyFooter(site: Site, story: ShownStory): Html {
  const { day } = story.publication;
  return html`<footer class="more"${paperAttributes(site, story.language)}>
${sourceCredit(story.source)}
${story.topics.length === 0 ? nothing : topicLinks(site, story.topics)}
<p><a href="${href(site, periodAddress(NEWS, day))}">All stories of ${periodText(day)}</a></p>
<p class="address u-url">${absoluteUrl(site, story.address)}</p>
</footer>`;
}

function sourceCredit(source: ShownStory["source"]): Html {
  if (source === undefined) return nothing;
  const { name, url } = source;
  return html`<p>Source: ${url === undefined ? name : html`<a rel="external" href="${url}">${name}</a>`}</p>`;
}

function topicLinks(site: Site, topics: readonly Topic[]): Html {
  const links = topics.map(
    ({ key, name }) =>
      html`<a class="p-category" rel="tag" href="${href(site, listAddress(topicList(key)))}">${typographic(name)}</a>`,
  );
  return html`<p>Topics: ${joinHtml(links, ", ")}</p>`;
}
