import { type Html, html } from "../src/markup/html.ts";
import type { Framed } from "../src/model/frame.ts";
import type { SitemapsProps } from "../src/model/page-props.ts";
import { absoluteUrl } from "../src/model/site.ts";
import { lastmod, XML } from "./parts/sitemap.ts";

/** For crawlers: where the sitemaps are. */
export function sitemapsDocument({ frame, sitemaps }: Framed<SitemapsProps>): Html {
  const { site } = frame;
  return html`${XML}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.map(
  (sitemap) =>
    html`<sitemap><loc>${absoluteUrl(site, sitemap.address)}</loc>${lastmod(site, sitemap)}</sitemap>
`,
)}</sitemapindex>
`;
}
