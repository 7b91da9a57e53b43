import type { WebSite } from "schema-dts";
import { HOME } from "../../src/model/page.ts";
import { absoluteUrl, type Site } from "../../src/model/site.ts";

/** By which search engines call the paper. */
export function webSite(site: Site): WebSite {
  const { name, tagline, language } = site;
  return {
    "@type": "WebSite",
    name,
    ...(tagline !== undefined && { description: tagline }),
    url: absoluteUrl(site, HOME.address),
    inLanguage: language,
  };
}
