import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import { typographic } from "../src/markup/typographic.ts";
import { isoIn } from "../src/model/instant.ts";
import type { LatestProps, LatestStory } from "../src/model/page-props.ts";
import { href, type Site } from "../src/model/site.ts";
import { kindText } from "./parts/kind-label.ts";
import type { Framed } from "./parts/page.ts";
import { byteLength, shortened } from "./parts/shortened.ts";

/** Of headline and summary together, in UTF-8: what every reader's browser asks for again and again has to stay small. */
const TEXT_BYTES = 220;

/** The beginning of a summary that is shorter says nothing. */
const LEAST_BYTES = 50;

/** The newest of a list, for browsers that have a page open. What is `undefined` is left out. */
export function latestDocument({ frame, stories, withdrawn }: Framed<LatestProps>): Html {
  const { site } = frame;
  return jsonDocument({
    stories: stories.map((story) => latestStory(site, story)),
    withdrawn: withdrawn.map((address) => href(site, address)),
  });
}

function latestStory(site: Site, story: LatestStory): object {
  const { address, language, section, at, modifiedAt } = story;
  const headline = shortened(typographic(story.headline), TEXT_BYTES);
  return {
    address: href(site, address),
    headline,
    summary: story.summary && summaryBeside(headline, typographic(story.summary)),
    section,
    label: kindText(story),
    language: language === site.language ? undefined : language,
    published: isoIn(site.zone, at),
    modified: isoIn(site.zone, modifiedAt),
  };
}

function summaryBeside(headline: string, summary: string): string | undefined {
  const rest = TEXT_BYTES - byteLength(headline);
  const isTooLittle = rest < LEAST_BYTES && byteLength(summary) > rest;
  return isTooLittle ? undefined : shortened(summary, rest);
}
