import { text } from "../../shared/words.js";

export function page({ site, page: { url } }, { title, description, head = "" }, main) {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === undefined ? "" : `${text(title)} — `}${site.name}</title>
${description === undefined ? "" : `<meta name="description" content="${text(description)}">`}
<meta name="robots" content="max-image-preview:large">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${site.url}${url}">
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
<a class="skip" href="#main">Skip to the main content</a>
<header class="masthead">
<p class="paper"><a href="/">${site.name}</a></p>
<p class="tagline">${site.tagline}</p>
<nav aria-label="Sections"><ul>
<li><a href="/latest/">Latest</a></li>
${Object.keys(site.sections).map((key) => `<li>${sectionLink(site, key)}</li>\n`).join("")}<li><a href="/archive/">Archive</a></li>
</ul></nav>
<p class="promise"><a href="/latest/">Get the latest updates as we post them — right on your browser</a></p>
</header>
<main id="main">
${main}
</main>
<footer class="imprint">
<nav aria-label="About ${site.name}"><ul>
<li><a href="/latest/">Latest updates</a></li>
<li><a href="/archive/">Archive</a></li>
<li><a href="/corrections/">Corrections</a></li>
</ul></nav>
<p>${site.name}</p>
</footer>
</body>
</html>
`;
}

export function sectionLink(site, key) {
  return `<a href="/${key}/">${text(site.sections[key].name)}</a>`;
}
