import { listMoves, listMovesIn } from "../archive/moves.ts";
import type { Archive } from "../archive/open-archive.ts";
import { CLOUDFLARE } from "../model/host-limits.ts";
import { toJson } from "../model/json.ts";
import type { Page } from "../model/page.ts";
import type { ServerFileProps } from "../model/page-props.ts";
import { HOST_HEADERS, HOST_REDIRECTS, NGINX_SERVER, serverFileAt } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import type { Shown } from "../model/stale-page.ts";

/** What a file for the paper's server shows; `undefined` where there is nothing to say, or another server. */
export function planServerFile(
  archive: Archive,
  { site }: { readonly site: Site },
  { address }: Pick<Page, "address">,
): Shown | undefined {
  const page = serverFileAt(site, address);
  if (page === undefined) return undefined;
  const props = serverFileProps(archive, site, page);
  return props && { page: { ...page, kind: "server-file" }, props: toJson(props) };
}

function serverFileProps(archive: Archive, site: Site, page: Page): ServerFileProps | undefined {
  switch (page.address) {
    case HOST_HEADERS.address:
      return { shows: "host-headers" };
    case NGINX_SERVER.address:
      return { shows: "nginx-server" };
    case HOST_REDIRECTS.address: {
      const most = site.host === "cloudflare" ? CLOUDFLARE.redirects : undefined;
      return { shows: "host-redirects", ...listMoves(archive, site, most) };
    }
    default: {
      const moves = listMovesIn(archive, site, page.subject);
      const isEmpty = moves.moved.length === 0 && moves.gone.length === 0;
      return isEmpty ? undefined : { shows: "nginx-map", ...moves };
    }
  }
}
