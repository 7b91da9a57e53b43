import { type Html, html } from "../src/markup/html.ts";
import { typographic } from "../src/markup/typographic.ts";
import type { Framed } from "../src/model/frame.ts";
import { ARCHIVE } from "../src/model/page.ts";
import type { WithdrawalProps } from "../src/model/page-props.ts";
import { href } from "../src/model/site.ts";
import { periodText } from "./parts/dates.ts";
import { foreignAttributes } from "./parts/language.ts";
import { page } from "./parts/page.ts";

/** What stands at the address of a withdrawn story. Not even the address is printed: its slug tells the headline. */
export function withdrawalDocument({ frame, story }: Framed<WithdrawalProps>): Html {
  const { site } = frame;
  const { day, reason } = story.publication;
  return page(
    frame,
    { title: "Withdrawn", robots: "noindex" },
    html`<h1>Withdrawn</h1>
<p>${site.name} has withdrawn the story of <time datetime="${day}">${periodText(day)}</time> that stood here.</p>
<p${foreignAttributes(site, story.language)}>${typographic(reason)}</p>
<p><a href="${href(site, ARCHIVE.address)}">Archive</a></p>`,
  );
}
