import type { Html } from "../src/markup/html.ts";
import { plainDocument } from "../src/markup/plain-document.ts";
import { NEWS_SITEMAP, SITEMAP_INDEX } from "../src/model/crawler-page.ts";
import type { Frame } from "../src/model/frame.ts";
import { absoluteUrl } from "../src/model/site.ts";

/** For crawlers: they may read everything, and where to begin. `content/static/robots.txt` takes its place. */
export function robotsDocument({ site }: Frame): Html {
  return plainDocument([
    "User-agent: *",
    "Disallow:",
    "",
    `Sitemap: ${absoluteUrl(site, SITEMAP_INDEX.address)}`,
    `Sitemap: ${absoluteUrl(site, NEWS_SITEMAP.address)}`,
  ]);
}
