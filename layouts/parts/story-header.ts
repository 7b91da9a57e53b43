import { type Html, html, nothing } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";
import { kindLabel } from "./kind-label.ts";
import { inPaperLanguage } from "./language.ts";
import { sectionLink } from "./section-link.ts";
import { spaced } from "./spaced.ts";

/** Section, kind and kicker, headline and summary. */
export function storyHeader(site: Site, story: ShownStory): Html {
  const { headline, summary } = story;
  return html`<header class="opening">
${kickerLine(site, story)}
<h1 class="p-name">${typographic(headline)}</h1>
${summary === undefined ? nothing : html`<p class="standfirst p-summary">${typographic(summary)}</p>`}
</header>`;
}

/** What a story is about, and of what kind it is. */
export function kickerLine(
  site: Site,
  story: Pick<ShownStory, "kind" | "language"> &
    Pick<Partial<ShownStory>, "section" | "kicker" | "ended">,
): Html {
  const { section, kicker, language } = story;
  const words = spaced(sectionLink(site, section), kindLabel(story));
  const own = `${words}` === "" ? nothing : inPaperLanguage(site, language, words);
  const line = spaced(own, kicker === undefined ? nothing : html`${typographic(kicker)}`);
  return `${line}` === "" ? nothing : html`<p class="kicker">${line}</p>`;
}
