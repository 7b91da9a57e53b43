import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { listAddress } from "../../src/model/address.ts";
import { sectionList } from "../../src/model/list.ts";
import { type Site, sectionOf } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { kindLabel } from "./kind-label.ts";
import { inPaperLanguage, paperAttributes } from "./language.ts";
import { spaced } from "./spaced.ts";
import { type Crumb, trail } from "./trail.ts";

/** Section, kind and kicker, headline and summary. */
export function storyHeader(site: Site, story: ShownStory): Html {
  const { headline, summary } = story;
  return html`<header class="opening">
${kickerLine(site, story, kindLabel(story))}
<h1 class="p-name">${typographic(headline)}</h1>
${summary === undefined ? nothing : html`<p class="standfirst p-summary">${typographic(summary)}</p>`}
</header>`;
}

/** What a story is about, and of what kind it is. */
export function kickerLine(
  site: Site,
  story: Pick<ShownStory, "language"> & Pick<Partial<ShownStory>, "section" | "kicker">,
  label: Html,
): Html {
  const { kicker, language } = story;
  const line = spaced(
    trail(site, storyParents(site, story), {
      attributes: paperAttributes(site, language),
      microformat: "p-category",
    }),
    label === nothing ? nothing : inPaperLanguage(site, language, label),
    kicker === undefined ? nothing : html`<span>${typographic(kicker)}</span>`,
  );
  return `${line}` === "" ? nothing : html`<div class="kicker">${line}</div>`;
}

/** The page above a story: its section's. */
export function storyParents(
  site: Site,
  { section }: Pick<Partial<ShownStory>, "section">,
): Crumb[] {
  const parent = sectionOf(site, section);
  if (parent === undefined) return [];
  return [{ name: parent.name, address: listAddress(sectionList(parent.key)) }];
}
