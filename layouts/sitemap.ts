import { type Html, html } from "../src/markup/html.ts";
import type { Framed } from "../src/model/frame.ts";
import type { SitemapProps } from "../src/model/page-props.ts";
import { absoluteUrl } from "../src/model/site.ts";
import { lastmod, XML } from "./parts/sitemap.ts";

/** For crawlers: pages, and when they were last modified. */
export function sitemapDocument({ frame, urls }: Framed<SitemapProps>): Html {
  const { site } = frame;
  return html`${XML}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map(
  (url) => html`<url><loc>${absoluteUrl(site, url.address)}</loc>${lastmod(site, url)}</url>
`,
)}</urlset>
`;
}
