import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import { typographic } from "../src/markup/typographic.ts";
import { liveDayAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { isoIn } from "../src/model/instant.ts";
import type { LiveFileProps, ShownPost } from "../src/model/live-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { postVersion } from "./parts/live-post.ts";
import { shortened } from "./parts/shortened.ts";

/** In UTF-8: what every reader's browser asks for again and again has to stay small. */
const HEADLINE_BYTES = 140;

/**
 * The newest posts of a live blog, for browsers that have its page open. The texts are on that page: it is asked for when
 * there is something new. What is `undefined` is left out.
 */
export function liveFileDocument(props: Framed<LiveFileProps>): Html {
  const { frame, address, hasEnded, modifiedAt, posts } = props;
  const { site } = frame;
  return jsonDocument({
    modified: isoIn(site.zone, modifiedAt),
    ended: hasEnded || undefined,
    posts: posts.map((post) => livePost(site, address, post)),
  });
}

/** Its version is another one when it was corrected. */
function livePost(site: Site, address: string, post: ShownPost): object {
  const { id, day, at, headline } = post;
  return {
    address: `${href(site, liveDayAddress(address, day))}#${id}`,
    headline: headline && shortened(typographic(headline), HEADLINE_BYTES),
    published: isoIn(site.zone, at),
    version: postVersion(post),
  };
}
