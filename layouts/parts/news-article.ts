import type { CorrectionComment, NewsArticle, Organization, Person, Place } from "schema-dts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Frame } from "../../src/model/frame.ts";
import { isoIn } from "../../src/model/instant.ts";
import type { Credit, StoryProps } from "../../src/model/page-props.ts";
import type { Place as FiledPlace } from "../../src/model/place.ts";
import { absoluteUrl, type Site, sectionOf } from "../../src/model/site.ts";
import type { Correction, ShownStory } from "../../src/model/story.ts";
import { newsMediaOrganization } from "./news-media-organization.ts";
import { articlePictures } from "./share-image.ts";

export type ArticleProps = Pick<StoryProps, "authors" | "pictures" | "shapes" | "shareImage"> & {
  readonly story: ShownStory;
};

const TYPES = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  live: "NewsArticle",
} as const;

/**
 * A story as search engines, reader views and archives take it in. One object with the publisher written out: they do not
 * follow references.
 */
export function newsArticle(frame: Frame, props: ArticleProps): NewsArticle {
  const { site } = frame;
  const { story, authors } = props;
  const { kind, headline, summary, dateline, place, publication, language } = story;
  const url = story.canonical ?? absoluteUrl(site, story.address);
  return {
    "@type": TYPES[kind],
    headline: typographic(headline),
    ...(summary !== undefined && { description: typographic(summary) }),
    url,
    mainEntityOfPage: url,
    datePublished: isoIn(site.zone, publication.at),
    dateModified: isoIn(site.zone, publication.modifiedAt),
    author: authors.length === 0 ? [newsroom(site)] : authors.map((credit) => author(site, credit)),
    publisher: newsMediaOrganization(frame),
    ...(dateline !== undefined && { dateline }),
    ...(place !== undefined && { locationCreated: filedAt(place) }),
    ...about(frame, props),
    inLanguage: language,
    isAccessibleForFree: true,
  };
}

/** Without a byline the paper is the author. */
function newsroom({ name, url }: Site): Organization {
  return { "@type": "Organization", name, url: `${url}/` };
}

function author(site: Site, { kind, name, address }: Credit): Person | Organization {
  return {
    "@type": kind === "person" ? "Person" : "Organization",
    name: typographic(name),
    ...(address !== undefined && { url: absoluteUrl(site, address) }),
  };
}

function filedAt({ name, latitude, longitude }: FiledPlace): Place {
  return { "@type": "Place", name, geo: { "@type": "GeoCoordinates", latitude, longitude } };
}

/** What not every story has. */
function about(frame: Frame, props: ArticleProps) {
  const { site } = frame;
  const { story } = props;
  const section = sectionOf(site, story.section);
  const image = articlePictures(frame, props).map(({ address }) => absoluteUrl(site, address));
  const correction = corrections(site, story);
  return {
    ...(image.length > 0 && { image }),
    ...(section !== undefined && { articleSection: section.name }),
    ...(story.topics.length > 0 && { keywords: story.topics.map(({ name }) => typographic(name)) }),
    ...(correction.length > 0 && { correction }),
    copyrightHolder: owner(site, story),
  };
}

/** Whoever it comes from. */
function owner(site: Site, { source }: ShownStory): Organization {
  return { "@type": "Organization", name: source?.name ?? site.name };
}

/** An editors' note says something of the story, but that it was wrong. */
const CORRECTING: readonly Correction["kind"][] = ["correction", "clarification"];

function corrections(site: Site, story: ShownStory): CorrectionComment[] {
  return story.corrections
    .filter(({ kind }) => CORRECTING.includes(kind))
    .map(({ text, date }) => ({
      "@type": "CorrectionComment",
      text: typographic(text),
      datePublished: isoIn(site.zone, date.at),
    }));
}
