import { type Html, html, nothing } from "../../src/markup/html.ts";
import { remembering } from "../../src/model/remembering.ts";
import type { Site } from "../../src/model/site.ts";

interface Writing {
  readonly attributes: Html;
  readonly direction: string;
  /** ISO 15924: `Latn`. */
  readonly script: string;
  readonly locale: string;
}

// Making a locale takes 10 µs, and most pages of a paper are in one language.
const writingOf = remembering((language: string): Writing => {
  const locale = new Intl.Locale(language);
  const { direction = "ltr" } = locale.getTextInfo();
  const { language: name, script = "", region } = locale.maximize();
  return {
    attributes: html` lang="${language}" dir="${direction}"`,
    direction,
    script,
    locale: region === undefined ? name : `${name}_${region}`,
  };
});

/** ` lang="ar" dir="rtl"`, to stand inside a tag. */
export function languageAttributes(language: string): Html {
  return writingOf(language).attributes;
}

/** `ltr` or `rtl`. */
export function directionOf(language: string): string {
  return writingOf(language).direction;
}

/** The script in which a language is written: `Latn`, `Cyrl`. */
export function scriptOf(language: string): string {
  return writingOf(language).script;
}

/** As social networks name it, with the country where most of its readers are: `en_US`, `ru_RU`. */
export function localeOf(language: string): string {
  return writingOf(language).locale;
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
