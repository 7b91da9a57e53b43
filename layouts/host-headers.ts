import type { Html } from "../src/markup/html.ts";
import { serverText } from "../src/markup/server-text.ts";
import type { Frame } from "../src/model/frame.ts";
import {
  commonHeaders,
  FEED_TYPES,
  FOLDERS_NAMED_BY_CONTENT,
  type Headers,
  NAMED_BY_CONTENT_CACHE,
  SEARCH_POLICY,
} from "../src/model/http-headers.ts";
import { SEARCH } from "../src/model/page.ts";
import type { Site } from "../src/model/site.ts";

/** `_headers` of Netlify and Cloudflare: what is sent along with the files at which addresses. */
export function hostHeadersDocument({ frame }: { readonly frame: Frame }): Html {
  const { site } = frame;
  return serverText([
    ...rule(site, "/*", commonHeaders(site)),
    ...FOLDERS_NAMED_BY_CONTENT.flatMap((folder) =>
      otherwise(site, `/${folder}/*`, "Cache-Control", NAMED_BY_CONTENT_CACHE),
    ),
    ...otherwise(site, `${SEARCH.address}*`, "Content-Security-Policy", SEARCH_POLICY),
    ...Object.entries(FEED_TYPES).flatMap(([name, type]) =>
      // The paper's, a section's, an author's or topic's.
      ["/", "/:section/", "/:list/:key/"].flatMap((folder) =>
        rule(site, `${folder}${name}`, { "Content-Type": `${type}; charset=utf-8` }),
      ),
    ),
  ]);
}

/** Of two rules for one header Netlify takes the last, Cloudflare both, unless the first is taken back. */
function otherwise(site: Site, addresses: string, name: string, value: string): string[] {
  const lines = rule(site, addresses, { [name]: value });
  return site.host === "cloudflare" ? lines.toSpliced(1, 0, `  ! ${name}`) : lines;
}

function rule({ base }: Site, addresses: string, headers: Headers): string[] {
  return [
    base + addresses,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ];
}
