import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import { typographic } from "../src/markup/typographic.ts";
import type { Framed } from "../src/model/frame.ts";
import { isoIn } from "../src/model/instant.ts";
import type { LatestProps, LatestStory } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { clockText, periodText } from "./parts/dates.ts";
import { kindText } from "./parts/kind-label.ts";
import { directionOf } from "./parts/language.ts";
import { byteLength, shortened } from "./parts/shortened.ts";
import { previewText } from "./parts/story-teaser.ts";
import { zoneText } from "./parts/zone-text.ts";

/** Of all that is read, in UTF-8: what every reader's browser asks for again and again has to stay small. */
const TEXT_BYTES = 3_800;

/** Of a headline, of a kicker and of a dateline: longer ones are rare. */
const LONGEST_BYTES = 150;

/**
 * The newest of a list, for browsers that have a page open: all that a teaser says, in its own words. Of summaries
 * that do not all fit, the longest are shortened; what is `undefined` is left out.
 */
export function latestDocument({ frame, stories, withdrawn }: Framed<LatestProps>): Html {
  const { site } = frame;
  const summaries = stories.map(({ summary = "" }) => typographic(summary));
  const others = stories.map((story) => teaserOf(site, story));
  const texts = others.flatMap(({ kicker = "", headline, dateline = "" }) => [
    kicker,
    headline,
    dateline,
  ]);
  const share = fairShare(summaries.map(byteLength), TEXT_BYTES - byteLength(texts.join("")));
  return jsonDocument({
    stories: others.map((teaser, index) => ({
      ...teaser,
      summary: shortened(summaries[index] as string, share) || undefined,
    })),
    withdrawn: withdrawn.map((address) => href(site, address)),
  });
}

function teaserOf(site: Site, story: LatestStory) {
  const { address, headline, kicker, dateline, section, language, preview } = story;
  const { day, hasTime, at, modifiedAt } = story;
  return {
    address: href(site, address),
    headline: shortened(typographic(headline), LONGEST_BYTES),
    kicker: kicker && shortened(typographic(kicker), LONGEST_BYTES),
    dateline: dateline && shortened(dateline, LONGEST_BYTES),
    section,
    label: kindText(story),
    ...(language !== site.language && foreign(language)),
    preview: preview && previewText(preview),
    day: periodText(day),
    clock: hasTime ? clockText(site.zone, at) : undefined,
    zone: hasTime ? zoneText(site.zone, at) : undefined,
    published: isoIn(site.zone, at),
    modified: isoIn(site.zone, modifiedAt),
  };
}

/** The direction goes without saying where it is `ltr`. */
function foreign(language: string) {
  const direction = directionOf(language);
  return { language, direction: direction === "ltr" ? undefined : direction };
}

/** The greatest length to which all have to be shortened so that they fit. */
function fairShare(lengths: readonly number[], room: number): number {
  let rest = room;
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(rest / (lengths.length - index));
    if (length > share) return share;
    rest -= length;
  }
  return rest;
}
