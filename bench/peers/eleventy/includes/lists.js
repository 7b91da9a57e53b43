import { page, sectionLink, trail } from "./page.js";
import { breadcrumbs, newsMediaOrganization, profilePage, webSite } from "../../shared/facts.js";
import { addressOf, calendarName, kickerOf, monthName, periodText, text, weekdayText } from "../../shared/words.js";

export function homePage(data) {
  const { site, collections } = data;
  const { newest, rail, strips } = collections;
  const [lead] = newest;
  return page(
    data,
    {
      description: site.tagline,
      ear: `<p class="ear"><time datetime="${lead.day}">${weekdayText(lead.day)}</time></p>\n`,
      facts: [newsMediaOrganization(site), webSite(site)],
    },
    `<h1 class="unseen">${site.name}</h1>
<div class="page-one">
<section class="lead" aria-label="Lead story">
${articles(site, [lead])}</section>
<section class="seconds" aria-label="Top stories">
${articles(site, newest.slice(1, 5))}</section>
<section class="rail" aria-labelledby="latest">
<h2 id="latest"><a href="/latest/">Latest updates</a></h2>
${latestStories("headlines", "/", rail.map(railDay).join(""))}
</section>
</div>
<section class="band briefs" aria-labelledby="briefs">
<h2 id="briefs"><a href="/latest/">In brief</a></h2>
${bandList(site, newest.slice(5, 9))}
</section>
${strips.map((section) => strip(site, section)).join("")}`,
  );
}

export function latestPage(data) {
  const { site, collections } = data;
  const title = "Latest updates";
  return page(
    data,
    {
      title,
      description: "Get the latest updates as we post them — right on your browser",
      facts: [breadcrumbs(site, [], title)],
    },
    `${listHead(title)}
${latestStories("stories", "/", articles(site, collections.newest))}
<p><a href="/archive/">All earlier stories</a></p>`,
  );
}

export function frontPage(data) {
  const { site, authors, list } = data;
  const { kind, key, name, title, address, stories, periods } = list;
  const section = kind === "section" ? site.sections[key] : undefined;
  const author = kind === "author" ? authors[key] : undefined;
  const crumbs = breadcrumbs(site, [], name);
  return page(
    data,
    {
      title,
      description: section?.description,
      facts: author === undefined ? [crumbs] : [profilePage(site, key, author), crumbs],
    },
    `<header class="list-head">
${kicker(kickerOf(kind, author))}<h1>${text(name)}</h1>
${section === undefined ? "" : `<p class="standfirst">${text(section.description)}</p>`}
${author === undefined ? "" : `<div class="about">\n<p>${text(author.note)}</p>\n</div>`}
</header>
${section === undefined ? storyList(site, stories) : latestStories("stories", address, articles(site, stories, { isSectionKnown: true }))}
${periodLinks(address, periods)}`,
  );
}

export function periodPage(data) {
  const { list } = data;
  return periodDocument(data, storyList(data.site, list.stories, list.view));
}

export function monthPage(data) {
  return periodDocument(data, data.list.days.map((day) => daySection(data.site, day)).join(""));
}

export function yearPage(data) {
  return periodDocument(data, `<div class="calendar">\n${data.list.months.map(monthSection).join("")}</div>`);
}

export function archivePage(data) {
  const { site, collections } = data;
  return page(
    data,
    { title: "Archive", facts: [breadcrumbs(site, [], "Archive")] },
    `${listHead("Archive")}
<ul class="years">
${collections.years.map((year) => `<li><a href="/${year}/">${year}</a></li>\n`).join("")}</ul>`,
  );
}

export function correctionsPage(data) {
  return page(
    data,
    { title: "Corrections", facts: [breadcrumbs(data.site, [], "Corrections")] },
    `${listHead("Corrections")}\n<p>There are no corrections here.</p>`,
  );
}

export function notFoundPage(data) {
  const { site } = data;
  return page(
    data,
    { title: "Page not found", isFound: false },
    `<h1>Page not found</h1>
<p>There is nothing at this address. The story may have moved, or the address may have a slip of the pen in it.</p>
<ul>
<li><a href="/latest/">Latest updates</a></li>
${Object.keys(site.sections).map((key) => `<li>${sectionLink(site, key)}</li>\n`).join("")}<li><a href="/archive/">Archive: every story, by date</a></li>
<li><a href="/search/">Search: every story, by its words</a></li>
</ul>`,
  );
}

function periodDocument(data, main) {
  const { title, parents, current, heading, unseen } = data.list;
  const before = unseen === undefined ? "" : `<span class="unseen">${text(unseen)}</span>`;
  return page(
    data,
    { title, facts: [breadcrumbs(data.site, parents, current)] },
    `<header class="list-head">
${trail(parents)}
<h1>${before}${heading}</h1>
</header>
${main}`,
  );
}

function listHead(heading) {
  return `<header class="list-head">
<h1>${heading}</h1>
</header>`;
}

function kicker(words) {
  return words === undefined ? "" : `<p class="kicker">${words}</p>\n`;
}

function storyList(site, stories, view) {
  if (stories.length === 0) return "<p>There are no stories here yet.</p>";
  return `<ol class="stories">
${stories.map((story) => `<li>${teaser(site, story, view)}</li>\n`).join("")}</ol>`;
}

function articles(site, stories, view) {
  return stories.map((story) => `<article>${teaser(site, story, view)}</article>\n`).join("");
}

/** What a list says of a story; its section and its day, unless they are said above. */
function teaser(site, story, { heading = "h2", isDayKnown = false, isSectionKnown = false } = {}) {
  const { dateline, summary, section, published } = story;
  return `
<${heading}>${headlineLink(story)}</${heading}>
<p>${text(dateline)}\u00a0— ${text(summary)}</p>
<p class="where">${isSectionKnown ? "" : `${sectionLink(site, section)} `}<time datetime="${published.iso}">${isDayKnown ? published.time : published.text}</time></p>
`;
}

function headlineLink({ address, headline }) {
  return `<a href="${address}">${text(headline)}</a>`;
}

function periodLinks(address, periods) {
  if (periods.length === 0) return "";
  return `<nav class="periods" aria-labelledby="periods">
<h2 id="periods">By date</h2>
<ul>
${periods.map((period) => `<li><a href="${address}${addressOf(period).slice(1)}">${periodText(period)}</a></li>\n`).join("")}</ul>
</nav>`;
}

/** To which the reader's browser adds what comes later. */
function latestStories(style, address, items) {
  return `<latest-stories class="${style}" data-live="${address}latest.json" data-seconds="60">
${items}</latest-stories>`;
}

function railDay([day, stories]) {
  return `<h3>${periodText(day)}</h3>
<ol class="headlines">
${stories.map(railItem).join("")}</ol>
`;
}

function railItem(story) {
  const { iso, clock } = story.published;
  return `<li><time datetime="${iso}">${clock}</time>${headlineLink(story)}</li>\n`;
}

function strip(site, { key, name, address, stories }) {
  return `<section class="band strip" aria-labelledby="strip-${key}">
<h2 id="strip-${key}"><a href="${address}">${text(name)}</a></h2>
${bandList(site, stories, { isSectionKnown: true })}
</section>
`;
}

function bandList(site, stories, view) {
  return `<ol>
${stories.map((story) => `<li><article>${teaser(site, story, { heading: "h3", ...view })}</article></li>\n`).join("")}</ol>`;
}

function daySection(site, { address, name, stories, hasMore }) {
  return `<section class="day">
<h2><a href="${address}">${name}</a></h2>
${storyList(site, stories, { heading: "h3", isDayKnown: true })}
${hasMore ? `<p><a href="${address}">All stories of ${name}</a></p>` : ""}
</section>
`;
}

function monthSection({ month, startsOn, days }) {
  return `<section>
<h2><a href="${addressOf(month)}">${monthName(month)}</a></h2>
<ol>
${days.map((day, index) => `<li${index === 0 ? ` class="${startsOn}"` : ""}>${dayText(day)}</li>\n`).join("")}</ol>
</section>
`;
}

function dayText({ day, isFiled }) {
  if (!isFiled) return calendarName(day);
  return `<a href="${addressOf(day)}" aria-label="${periodText(day)}">${calendarName(day)}</a>`;
}
