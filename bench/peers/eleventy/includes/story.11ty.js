import { page, trail } from "./page.js";
import { breadcrumbs, newsArticle } from "../../shared/facts.js";
import { addressOf, periodText, stampText, text } from "../../shared/words.js";

export function render({ site, authors, collections, page: { url }, content }) {
  const story = collections.listings.get(url);
  const { headline, summary, dateline, section, byline } = story;
  const credits = byline.map((key) => ({ key, name: text(authors[key].name) }));
  const parents = [{ name: site.sections[section].name, address: `/${section}/` }];
  return page(
    { site, page: { url } },
    {
      title: headline,
      description: summary,
      article: articleTags(site, story),
      head: credits.map(({ name }) => `<meta name="author" content="${name}">\n`).join(""),
      facts: [newsArticle(site, story, authors), breadcrumbs(site, parents, headline)],
    },
    `<article class="story h-entry">
<header class="opening">
<div class="kicker">${trail(parents, ` class="p-category"`)}</div>
<h1 class="p-name">${text(headline)}</h1>
<p class="standfirst p-summary">${text(summary)}</p>
</header>
<div class="credits">
<p class="authors">By ${credits.map(authorLink).join(" and ")}</p>
<p class="times"><span>Published ${time(story.published, "dt-published", story.published.text)}</span>${lastUpdated(story)}</p>
<button class="share scripted" type="button">Share</button>
${locator(story.place)}
</div>
<div class="text e-content">
${content.replace("<p>", `<p><span class="filed p-location">${text(dateline)}</span> — `)}
</div>
${earlierStories(story)}
<footer class="more">
${topicLinks(story)}
<p><a href="${addressOf(story.day)}">All stories of ${periodText(story.day)}</a></p>
<p class="address u-url">${site.url}${url}</p>
</footer>
</article>`,
  );
}

function articleTags(site, { section, published, updated = published, topics }) {
  return `<meta property="article:published_time" content="${published.iso}">
<meta property="article:modified_time" content="${updated.iso}">
<meta property="article:section" content="${text(site.sections[section].name)}">
${topics.map(({ name }) => `<meta property="article:tag" content="${text(name)}">\n`).join("")}`;
}

function authorLink({ key, name }) {
  return `<a class="p-author h-card" rel="author" href="/authors/${key}/">${name}</a>`;
}

function lastUpdated({ updated }) {
  if (updated === undefined) return "";
  return ` <span>${time(updated, "stamp dt-updated", `Last Updated: ${stampText(updated)}`)}</span>`;
}

function time({ iso }, names, words) {
  return `<time class="${names}" datetime="${iso}">${words}</time>`;
}

function locator(place) {
  return `<figure class="locator">
<svg viewBox="0 0 160 120" width="160" height="120" role="img" aria-label="Map: ${place.text}"><use href="/maps/${place.key}.svg#map"/></svg>
<figcaption aria-hidden="true">${place.text}</figcaption>
</figure>`;
}

function earlierStories({ topics: [topic], earlier }) {
  if (earlier.length === 0) return "";
  return `<nav class="earlier" aria-labelledby="earlier">
<h2 id="earlier">Earlier: <a href="/topics/${topic.key}/">${text(topic.name)}</a></h2>
<ol class="headlines">
${earlier.map(earlierStory).join("")}</ol>
</nav>`;
}

function earlierStory({ address, headline, day }) {
  return `<li><a href="${address}">${text(headline)}</a>
<time datetime="${day}">${periodText(day)}</time></li>
`;
}

function topicLinks({ topics }) {
  if (topics.length === 0) return "";
  const links = topics.map(({ key, name }) => `<a class="p-category" rel="tag" href="/topics/${key}/">${text(name)}</a>`);
  return `<p>Topics: ${links.join(", ")}</p>`;
}
