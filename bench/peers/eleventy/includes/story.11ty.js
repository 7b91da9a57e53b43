import { page, sectionLink } from "./page.js";
import { dayOf, keyOf, periodText, stampText, text, timeOf } from "../../shared/words.js";

export function render(data) {
  const { site, headline, summary, section, published, content, dateline } = data;
  const authors = [data.byline].flat().map((key) => ({ key, name: data.authors[key].name }));
  const day = dayOf(published);
  return page(
    data,
    {
      title: headline,
      description: summary,
      head: authors.map(({ name }) => `<meta name="author" content="${text(name)}">`).join(""),
    },
    `<article class="h-entry">
<header>
<p class="kicker">${sectionLink(site, section)} </p>
<h1 class="p-name">${text(headline)}</h1>
<p class="standfirst p-summary">${text(summary)}</p>
<p class="authors">By ${authors.map(authorLink).join(" and ")}</p>
<p class="times"><span class="dt-published">Published ${timeOf(published)}</span>${lastUpdated(data)}</p>
</header>
<div class="text e-content">
${content.replace("<p>", `<p><span class="filed">${text(dateline)}</span> — `)}
</div>
<footer class="more">
${topicLinks(data.topics)}
<p><a href="/${day.replaceAll("-", "/")}/">All stories of ${periodText(day)}</a></p>
</footer>
</article>`,
  );
}

function authorLink({ key, name }) {
  return `<a class="p-author" rel="author" href="/authors/${key}/">${text(name)}</a>`;
}

function lastUpdated({ updated }) {
  if (updated === undefined) return "";
  return ` <time class="stamp" datetime="${updated.toISOString()}">Last Updated: ${stampText(updated)}</time>`;
}

function topicLinks(topics) {
  if (topics === undefined) return "";
  const links = topics.map((name) => `<a class="p-category" rel="tag" href="/topics/${keyOf(name)}/">${text(name)}</a>`);
  return `<p>Topics: ${links.join(", ")}</p>`;
}
