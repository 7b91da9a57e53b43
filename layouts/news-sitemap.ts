import { type Html, html } from "../src/markup/html.ts";
import { typographic } from "../src/markup/typographic.ts";
import type { Framed } from "../src/model/frame.ts";
import { isoIn } from "../src/model/instant.ts";
import type { NewsStory, PageProps } from "../src/model/page-props.ts";
import { absoluteUrl, type Site } from "../src/model/site.ts";
import { scriptOf } from "./parts/language.ts";
import { XML } from "./parts/sitemap.ts";

/** For Google News: the stories of the last two days. */
export function newsSitemapDocument({ frame, stories }: Framed<PageProps["news-sitemap"]>): Html {
  return html`${XML}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${stories.map((story) => newsUrl(frame.site, story))}</urlset>
`;
}

function newsUrl(site: Site, { address, headline, language, at }: NewsStory): Html {
  return html`<url><loc>${absoluteUrl(site, address)}</loc><news:news>
<news:publication><news:name>${site.name}</news:name><news:language>${newsLanguage(language)}</news:language></news:publication>
<news:publication_date>${isoIn(site.zone, at)}</news:publication_date>
<news:title>${typographic(headline)}</news:title>
</news:news></url>
`;
}

/** ISO 639, but for Chinese, which Google divides by its scripts. */
function newsLanguage(tag: string): string {
  const { language } = new Intl.Locale(tag);
  if (language !== "zh") return language;
  return scriptOf(tag) === "Hant" ? "zh-tw" : "zh-cn";
}
