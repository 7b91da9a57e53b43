import { type Html, html, nothing } from "../src/markup/html.ts";
import { jsonLd } from "../src/markup/json-ld.ts";
import { renderMarkdown } from "../src/markup/markdown.ts";
import { typographic } from "../src/markup/typographic.ts";
import { listAddress } from "../src/model/address.ts";
import { isPaperOrSection } from "../src/model/feed.ts";
import type { Framed } from "../src/model/frame.ts";
import { listKind, NEWS } from "../src/model/list.ts";
import { ARCHIVE } from "../src/model/page.ts";
import type { FrontProps, LeadPicture, ListHead } from "../src/model/page-props.ts";
import { type Author, href, type Site } from "../src/model/site.ts";
import { listHeading, listTitle } from "./parts/list-title.ts";
import { liveList } from "./parts/live-list.ts";
import { page } from "./parts/page.ts";
import { periodLinks } from "./parts/period-links.ts";
import { picture } from "./parts/picture.ts";
import { profilePage } from "./parts/profile-page.ts";
import { storyList } from "./parts/story-list.ts";
import { breadcrumbList } from "./parts/trail.ts";

/** Latest updates, or the newest of a section, author or topic. */
export function frontDocument(props: Framed<FrontProps>): Html {
  const { frame, head, listings, periods, isOpening } = props;
  const { site } = frame;
  const { list, description, author, portrait } = head;
  return page(
    frame,
    {
      title: listTitle(head),
      address: listAddress(list),
      description: list === NEWS ? site.promise : description,
      ...(!isOpening && { front: head }),
      head: facts(site, head),
    },
    html`<header class="list-head">
${listKicker(head)}<h1>${listHeading(head)}</h1>
${description === undefined ? nothing : html`<p class="standfirst">${typographic(description)}</p>`}
${author === undefined ? nothing : aboutAuthor(site, author, portrait)}
</header>
${isPaperOrSection(list) ? liveList(site, list, listings) : storyList(site, list, listings, { heading: "h2" })}
${list === NEWS ? archiveLink(site) : periodLinks(site, list, periods)}`,
  );
}

function facts(site: Site, head: ListHead): Html {
  const { author } = head;
  const place = jsonLd(breadcrumbList(site, [], listHeading(head)));
  return author === undefined
    ? place
    : html`${jsonLd(profilePage(site, author))}
${place}`;
}

/** What kind of list it is, where its name does not say. */
function listKicker({ list, author }: ListHead): Html {
  if (author?.kind === "bureau")
    return html`<p class="kicker">Bureau</p>
`;
  return listKind(list) === "topic"
    ? html`<p class="kicker">Topic</p>
`
    : nothing;
}

function aboutAuthor(site: Site, author: Author, portrait: ListHead["portrait"]): Html {
  const { note, email, url } = author;
  return html`<div class="about">
${portrait === undefined ? nothing : portraitPicture(site, portrait)}
${renderMarkdown(note, { links: {}, pictures: {} })}
${email === undefined ? nothing : html`<p><a href="mailto:${email}">${email}</a></p>`}
${url === undefined ? nothing : html`<p><a rel="external me" href="${url}">${url}</a></p>`}
</div>`;
}

function portraitPicture(site: Site, { alt, shown }: LeadPicture): Html {
  return html`<div class="portrait">${picture(site, shown, { alt, sizes: "10rem", isLead: true })}</div>`;
}

function archiveLink(site: Site): Html {
  return html`<p><a href="${href(site, ARCHIVE.address)}">All earlier stories</a></p>`;
}
