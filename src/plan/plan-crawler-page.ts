import type { Archive } from "../archive/open-archive.ts";
import { isWanted } from "../archive/wanted-pages.ts";
import { crawlerPageAt } from "../model/crawler-page.ts";
import type { Instant } from "../model/instant.ts";
import { toJson } from "../model/json.ts";
import { type Site, securityExpiry } from "../model/site.ts";
import { type Shown, shown } from "../model/stale-page.ts";
import { faviconProps } from "./icons.ts";
import { ninjsProps } from "./props-of-ninjs.ts";
import { newsSitemapProps, sitemapProps } from "./props-of-sitemap.ts";

/** What those who read the paper with a program get at an address; `undefined` where that is nothing. */
export function planCrawlerPage(
  archive: Archive,
  { site, now }: { readonly site: Site; readonly now: Instant },
  address: string,
): Shown | undefined {
  const page = crawlerPageAt(site, address);
  switch (page?.kind) {
    case "sitemap": {
      const props = sitemapProps(archive, site, page, now);
      return props && shown("sitemap", page, toJson(props));
    }
    case "news-sitemap": {
      const props = newsSitemapProps(archive, page, now);
      return props && shown("news-sitemap", page, toJson(props));
    }
    case "ninjs":
      if (!isWanted(archive, site, page)) return undefined;
      return shown("ninjs", page, toJson(ninjsProps(archive, site, page)));
    case "security":
      return (securityExpiry(site) ?? now) > now ? shown("security", page, toJson({})) : undefined;
    case "robots":
      return shown("robots", page, toJson({}));
    case "favicon":
      return shown("favicon", page, toJson(faviconProps(site)));
    case "manifest":
      return shown("manifest", page, toJson({}));
    default:
      return undefined;
  }
}
