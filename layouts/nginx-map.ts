import type { Html } from "../src/markup/html.ts";
import { nginxLink, nginxPath, nginxText, serverText } from "../src/markup/server-text.ts";
import type { Frame } from "../src/model/frame.ts";
import type { Moves } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";

/** Addresses that nginx is asked for, and what became of them: where to, or that they are gone. */
export function nginxMapDocument({ frame, moved, gone }: Moves & { readonly frame: Frame }): Html {
  const { site } = frame;
  const key = (address: string) => nginxText(nginxPath(site, address));
  return serverText([
    ...moved
      .filter(({ alias }) => new TextEncoder().encode(nginxPath(site, alias)).length <= LONGEST_KEY)
      .map(({ alias, target }) => `${key(alias)} ${nginxLink(href(site, target))};`),
    ...gone.map((address) => `${key(address)} gone;`),
  ]);
}

/** Of the bytes that `map_hash_bucket_size` allows, some are nginx's own. Longer ones lead on by their pages alone. */
const LONGEST_KEY = 1000;
