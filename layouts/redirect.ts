import { type Html, html } from "../src/markup/html.ts";
import type { Framed } from "../src/model/frame.ts";
import type { PageProps } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";
import { page } from "./parts/page.ts";

/** Takes a reader from an old address to the one that answers. */
export function redirectDocument({
  frame,
  target,
}: Framed<Pick<PageProps["redirect"], "target">>): Html {
  const link = href(frame.site, target);
  return page(
    frame,
    {
      title: "Moved",
      address: target,
      robots: "noindex",
      head: html`<meta http-equiv="refresh" content="0; url=${link}">`,
    },
    html`<h1>Moved</h1>
<p>This page has a new address: <a href="${link}">${target}</a></p>`,
  );
}
