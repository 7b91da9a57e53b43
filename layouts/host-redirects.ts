import type { Html } from "../src/markup/html.ts";
import { serverText } from "../src/markup/server-text.ts";
import { outputFile } from "../src/model/address.ts";
import type { Frame } from "../src/model/frame.ts";
import type { Moves } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";

/**
 * `_redirects` of Netlify and Cloudflare. At every old address stands a page too: Netlify has to be told that it counts
 * less. Cloudflare can't say that something is gone: what stands there is sent as any page.
 */
export function hostRedirectsDocument({
  frame,
  moved,
  gone,
}: Moves & { readonly frame: Frame }): Html {
  const { site } = frame;
  const [isNetlify, link] = [site.host === "netlify", (address: string) => href(site, address)];
  return serverText([
    ...moved.map(
      ({ alias, target }) => `${link(alias)} ${link(target)} 301${isNetlify ? "!" : ""}`,
    ),
    ...(isNetlify
      ? gone.map((address) => `${link(address)} ${link(`/${outputFile(address)}`)} 410!`)
      : []),
  ]);
}
