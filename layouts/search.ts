import { type Html, html, nothing } from "../src/markup/html.ts";
import { listAddress, periodAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { NEWS, sectionList } from "../src/model/list.ts";
import { SEARCH, SEARCH_FOLDER } from "../src/model/page.ts";
import type { PageProps } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { page } from "./parts/page.ts";

/** A form that src/browser/search.ts answers, and the paper's lists for whoever would rather browse or can't run scripts. */
export function searchDocument({ frame, years }: Framed<PageProps["search"]>): Html {
  const { site } = frame;
  return page(
    frame,
    { title: "Search", address: SEARCH.address, scripts: ["search.js"] },
    html`<header class="list-head">
<h1>Search</h1>
<noscript><p>Searching needs scripts, which are off in this browser. These lists lead to every story.</p></noscript>
${searchForm(site, years)}
</header>
<div class="search-room">
<p class="search-status" role="status"></p>
<section class="search-results" aria-label="Results" hidden>
<ol class="search-list stories"></ol>
<button class="search-older" type="button" hidden>Older results</button>
</section>
${browse(site, years)}
</div>`,
  );
}

function searchForm(site: Site, years: readonly string[]): Html {
  const sections = site.sections.map(({ key, name }) => ({ value: key, name }));
  return html`<search>
<form class="search-form" action="${href(site, SEARCH.address)}" data-bundles="${href(site, `/${SEARCH_FOLDER}/`)}" data-base="${href(site, "/")}">
<p class="search-query"><label for="q">Words to look for</label>
<input id="q" type="search" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/">
<button type="submit">Search</button></p>
<p class="search-filters">
${choice("section", "Section", "All sections", sections)}
${choice(
  "year",
  "Year",
  "All years",
  years.map((year) => ({ value: year, name: year })),
)}
</p>
</form>
</search>`;
}

interface Option {
  readonly value: string;
  readonly name: string;
}

function choice(name: string, label: string, all: string, options: readonly Option[]): Html {
  return html`<span class="search-choice"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">
<option value="">${all}</option>
${options.map(
  (option) => html`<option value="${option.value}">${option.name}</option>
`,
)}</select></span>`;
}

function browse(site: Site, years: readonly string[]): Html {
  return html`<section class="search-browse" aria-labelledby="browse">
<h2 id="browse">Browse instead</h2>
${linkList(
  "Sections",
  site.sections.map(({ key, name }) => ({
    name,
    address: listAddress(sectionList(key)),
  })),
  site,
)}
${linkList(
  "Years",
  years.map((year) => ({ name: year, address: periodAddress(NEWS, year) })),
  site,
)}
</section>`;
}

interface Link {
  readonly name: string;
  readonly address: string;
}

function linkList(title: string, links: readonly Link[], site: Site): Html {
  if (links.length === 0) return nothing;
  return html`<h3>${title}</h3>
<ul class="search-lists">
${links.map(
  ({ name, address }) => html`<li><a href="${href(site, address)}">${name}</a></li>
`,
)}</ul>`;
}
