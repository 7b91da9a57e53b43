import { type Html, html, nothing } from "../src/markup/html.ts";
import { typographic } from "../src/markup/typographic.ts";
import type { Framed } from "../src/model/frame.ts";
import type { EditorsPageProps } from "../src/model/page-props.ts";
import { page } from "./parts/page.ts";

type Props = Framed<Pick<EditorsPageProps, "page"> & { readonly body: Html }>;

export function editorsPageDocument({ frame, page: written, body }: Props): Html {
  const { title, address, language, summary } = written;
  return page(
    frame,
    { title, address, language, description: summary },
    html`<article>
<header class="opening">
<h1>${typographic(title)}</h1>
${summary === undefined ? nothing : html`<p class="standfirst">${typographic(summary)}</p>`}
</header>
<div class="text">
${body}
</div>
</article>`,
  );
}
