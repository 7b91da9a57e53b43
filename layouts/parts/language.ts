import { type Html, html, nothing } from "../../src/markup/html.ts";
import type { Site } from "../../src/model/site.ts";

// Making a locale takes 10 µs, and most pages of a paper are in one language.
const known = new Map<string, Html>();

/** ` lang="ar" dir="rtl"`, to stand inside a tag. */
export function languageAttributes(language: string): Html {
  const attributes = known.get(language) ?? readAttributes(language);
  known.set(language, attributes);
  return attributes;
}

function readAttributes(language: string): Html {
  const { direction = "ltr" } = new Intl.Locale(language).getTextInfo();
  return html` lang="${language}" dir="${direction}"`;
}

/** The same for a text on a page in the paper's language, where the text is in another. */
export function foreignAttributes(site: Site, language: string): Html {
  return language === site.language ? nothing : languageAttributes(language);
}

/** The same for the paper's own words on a page in another language. */
export function paperAttributes(site: Site, language: string): Html {
  return language === site.language ? nothing : languageAttributes(site.language);
}

/** The paper's own words amid a text in `language`. */
export function inPaperLanguage(site: Site, language: string, words: Html): Html {
  const attributes = paperAttributes(site, language);
  return attributes === nothing ? words : html`<span${attributes}>${words}</span>`;
}
