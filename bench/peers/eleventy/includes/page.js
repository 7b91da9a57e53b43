import { jsonLd } from "../../shared/facts.js";
import { text } from "../../shared/words.js";

export function page({ site, page: { url } }, options, main) {
  const { ear } = options;
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${documentHead(site, url, options)}
</head>
<body${ear === undefined ? "" : ` class="front"`}>
<a class="skip" href="#main">Skip to the main content</a>
${ear === undefined ? mastheadOf(site, url) : masthead(site, url, ear)}
<main id="main">
${main}
</main>
${(footer ??= pageFooter(site))}
</body>
</html>
`;
}

function documentHead(site, url, { title, description, isFound = true, article, head = "", facts = [] }) {
  return `<title>${title === undefined ? "" : `${text(title)} — `}${site.name}</title>
${description === undefined ? "" : `<meta name="description" property="og:description" content="${text(description)}">`}
<meta name="robots" content="${isFound ? "max-image-preview:large" : "noindex"}">
<meta name="color-scheme" content="light dark">
${isFound ? addressTags(site, url, { title: title ?? site.name, article }) : ""}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/assets/icon-180.png">
<link rel="manifest" href="/site.webmanifest">
<link rel="preload" href="/assets/text-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/assets/display-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/assets/sans-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/style.css">
<script type="module" src="/assets/site.js"></script>
${head}${facts.map((fact) => `<script type="application/ld+json">${jsonLd(fact)}</script>\n`).join("")}`;
}

function addressTags(site, url, { title, article }) {
  return `<link rel="canonical" href="${site.url}${url}">
<meta property="og:type" content="${article === undefined ? "website" : "article"}">
<meta property="og:title" content="${text(title)}">
<meta property="og:url" content="${site.url}${url}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:locale" content="en_US">
${article ?? ""}`;
}

const mastheads = new Map();
let footer;

/** Most pages have the same: those in no link of it. */
function mastheadOf(site, url) {
  if (mastheads.size === 0) {
    for (const { address } of mastheadLinks(site)) mastheads.set(address, masthead(site, address));
    mastheads.set(undefined, masthead(site));
  }
  return mastheads.get(url) ?? mastheads.get(undefined);
}

function masthead(site, current, ear = "") {
  return `<header class="masthead">
${ear}<p class="nameplate"><a href="/">${site.name}</a></p>
<div class="tools">
<a href="/search/">Search</a>
<button class="theme scripted" type="button" aria-label="Light or dark"></button>
</div>
<nav class="sections" aria-label="Sections"><ul>
${mastheadLinks(site).map((link) => `<li><a href="${link.address}"${link.address === current ? ` aria-current="page"` : ""}>${text(link.name)}</a></li>\n`).join("")}</ul></nav>
<p class="promise" data-seconds="60"><a href="/latest/">Get the latest updates as we post them — right on your browser</a></p>
</header>`;
}

function mastheadLinks(site) {
  return [
    { name: "Latest", address: "/latest/" },
    ...Object.entries(site.sections).map(([key, { name }]) => ({ name, address: `/${key}/` })),
    { name: "Archive", address: "/archive/" },
  ];
}

function pageFooter(site) {
  return `<footer class="imprint">
<p class="nameplate">${site.name}</p>
<p>${site.tagline}</p>
<nav aria-label="About ${site.name}"><ul>
<li><a href="/latest/">Latest updates</a></li>
<li><a href="/archive/">Archive</a></li>
<li><a href="/corrections/">Corrections</a></li>
</ul></nav>
<p>Places: <a rel="external" href="https://www.geonames.org/">GeoNames</a> (<a rel="external" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>). Maps: <a rel="external" href="https://www.naturalearthdata.com/">Natural Earth</a>.</p>
</footer>`;
}

/** The pages above this one. */
export function trail(parents, microformat = "") {
  const links = parents.map(({ name, address }) => `<li><a${microformat} href="${address}">${text(name)}</a></li>`);
  return `<nav class="trail" aria-label="Breadcrumb"><ol>${links.join("")}</ol></nav>`;
}

export function sectionLink(site, key) {
  return `<a href="/${key}/">${text(site.sections[key].name)}</a>`;
}
