import { page, sectionLink } from "./page.js";
import { monthName, periodText, text, timeOf, titleOf } from "../../shared/words.js";

export function homePage(data) {
  const { site, collections } = data;
  return page(
    data,
    { description: site.tagline },
    `<h1 class="unseen">${site.name}</h1>
<div class="home">
<section class="lead" aria-label="Top stories">
${storyList(site, collections.newest.slice(0, 13))}
</section>
<section class="rail" aria-labelledby="latest">
<h2 id="latest"><a href="/latest/">Latest updates</a></h2>
<ol class="headlines">
${collections.newest.slice(13).map((story) => `<li>${headlineLink(story)}\n${timeOf(story.at)}</li>\n`).join("")}</ol>
</section>
</div>`,
  );
}

export function latestPage(data) {
  return page(
    data,
    { title: "Latest updates" },
    `<h1>Latest updates</h1>
${storyList(data.site, data.collections.newest)}
<p><a href="/archive/">All earlier stories</a></p>`,
  );
}

export function frontPage(data) {
  const { site, authors, list } = data;
  const { kind, key, name, address, stories, periods } = list;
  const section = kind === "section" ? site.sections[key] : undefined;
  return page(
    data,
    { title: titleOf(kind, name), description: section?.description },
    `<h1>${text(name)}</h1>
${section === undefined ? "" : `<p class="standfirst">${text(section.description)}</p>`}
${kind === "author" ? aboutAuthor(authors[key]) : ""}
${storyList(site, stories)}
<nav class="periods" aria-labelledby="periods">
<h2 id="periods">By date</h2>
<ul>
${periods.map((period) => `<li><a href="${address}${period.replace("-", "/")}/">${periodText(period)}</a></li>\n`).join("")}</ul>
</nav>`,
  );
}

export function periodPage(data) {
  const { site, list } = data;
  const { above, aboveKind, aboveName: name, period, stories } = list;
  const when = periodText(period);
  const isDay = aboveKind === "news";
  return page(
    data,
    { title: isDay ? when : `${titleOf(aboveKind, name)}, ${when}` },
    `<p class="kicker"><a href="${above}">${text(name)}</a></p>
<h1>${isDay ? when : `${text(name)}, ${when}`}</h1>
${storyList(site, stories)}`,
  );
}

export function monthPage(data) {
  const { site, list } = data;
  const { period, days } = list;
  const year = period.slice(0, 4);
  return page(
    data,
    { title: periodText(period) },
    `<p class="kicker"><a href="/${year}/">${year}</a></p>
<h1>${periodText(period)}</h1>
${days.map((day) => daySection(site, day)).join("")}`,
  );
}

export function yearPage(data) {
  const { period, days } = data.list;
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))].reverse();
  return page(
    data,
    { title: period },
    `<p class="kicker"><a href="/archive/">Archive</a></p>
<h1>${period}</h1>
<div class="calendar">
${months.map((month) => monthSection(month, days)).join("")}</div>`,
  );
}

export function archivePage(data) {
  return page(
    data,
    { title: "Archive" },
    `<h1>Archive</h1>
<ul class="periods">
${data.collections.years.map((year) => `<li><a href="/${year}/">${year}</a></li>\n`).join("")}</ul>`,
  );
}

export function correctionsPage(data) {
  return page(data, { title: "Corrections" }, "<h1>Corrections</h1>\n<p>There are no corrections here.</p>");
}

export function notFoundPage(data) {
  return page(
    data,
    { title: "Page not found" },
    `<h1>Page not found</h1>\n<p>There is nothing at this address. <a href="/latest/">Latest updates</a></p>`,
  );
}

function storyList(site, stories) {
  return `<ol class="stories">
${stories.map((story) => storyItem(site, story)).join("")}</ol>`;
}

function storyItem(site, story) {
  return `<li>
<h2>${headlineLink(story)}</h2>
<p>${text(story.dateline)} — ${text(story.summary)}</p>
<p class="where">${sectionLink(site, story.section)} ${timeOf(story.at)}</p>
</li>
`;
}

function headlineLink({ address, headline }) {
  return `<a href="${address}">${text(headline)}</a>`;
}

function aboutAuthor({ kind, note }) {
  return `<div class="about">
${kind === "bureau" ? `<p class="kicker">Bureau</p>` : ""}
<p>${text(note)}</p>
</div>`;
}

function daySection(site, { day, stories, hasMore }) {
  const address = `/${day.replaceAll("-", "/")}/`;
  return `<section class="day">
<h2><a href="${address}">${periodText(day)}</a></h2>
${storyList(site, stories)}
${hasMore ? `<p><a href="${address}">All stories of ${periodText(day)}</a></p>` : ""}
</section>
`;
}

function monthSection(month, days) {
  const own = days.filter(({ day }) => day.startsWith(month)).reverse();
  return `<section>
<h2><a href="/${month.replace("-", "/")}/">${monthName(month)}</a></h2>
<ol>
${own.map(({ day }) => `<li><a href="/${day.replaceAll("-", "/")}/" aria-label="${periodText(day)}">${Number(day.slice(8))}</a></li>\n`).join("")}</ol>
</section>
`;
}
