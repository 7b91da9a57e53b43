import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import type { Frame } from "../src/model/frame.ts";
import { ICONS } from "../src/model/icon.ts";
import { HOME } from "../src/model/page.ts";
import { href } from "../src/model/site.ts";
import { PAPER } from "./icon.ts";
import { assetHref } from "./parts/asset-href.ts";
import { directionOf } from "./parts/language.ts";

/** For browsers that put the paper on a home screen. */
export function manifestDocument(frame: Frame): Html {
  const { site } = frame;
  const start = href(site, HOME.address);
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.tagline,
    id: start,
    start_url: start,
    scope: start,
    display: "standalone",
    lang: site.language,
    dir: directionOf(site.language),
    background_color: PAPER,
    theme_color: PAPER,
    icons: ICONS.flatMap((icon) => manifestIcons(frame, icon)),
  };
  return jsonDocument(manifest);
}

/** Its letter is in the middle, so that each may be cut to another shape. */
function manifestIcons(frame: Frame, { name, width }: (typeof ICONS)[number]): object[] {
  const src = assetHref(frame, name);
  if (width === undefined) return [{ src, sizes: "any", type: "image/svg+xml" }];
  const icon = { src, sizes: `${width}x${width}`, type: "image/png" };
  return [icon, { ...icon, purpose: "maskable" }];
}
