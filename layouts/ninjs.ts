import { type Html, trustedHtml } from "../src/markup/html.ts";
import { typographic } from "../src/markup/typographic.ts";
import { listAddress } from "../src/model/address.ts";
import { isoIn } from "../src/model/instant.ts";
import { sectionList, topicList } from "../src/model/list.ts";
import type { NinjsStory } from "../src/model/page-props.ts";
import type { ShownPicture } from "../src/model/picture.ts";
import { absoluteUrl, type Site } from "../src/model/site.ts";
import type { Picture } from "../src/model/story.ts";
import type { Framed } from "./parts/page.ts";
import { namesText } from "./parts/story-credits.ts";

type NinjsDocumentProps = Framed<{
  readonly stories: readonly (NinjsStory & {
    /** Where it is to be carried, with links that work anywhere. */
    readonly body?: Html;
  })[];
}>;

const STANDARD = {
  name: "ninjs",
  version: "3.1",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
};

/** Stories for partners, in the form of the IPTC. */
export function ninjsDocument({ frame, stories }: NinjsDocumentProps): Html {
  const items = stories.map((story) => JSON.stringify(ninjsItem(frame.site, story)));
  return trustedHtml(`[\n${items.join(",\n")}\n]\n`);
}

function ninjsItem(
  site: Site,
  { story, authors, source, body }: NinjsDocumentProps["stories"][number],
) {
  const { publication, language, dateline, image } = story;
  const shown = image && source?.pictures[image.src];
  return {
    // The address that it had first is its name for good.
    uri: absoluteUrl(site, story.aliases[0] ?? story.address),
    type: "text",
    representationType: body === undefined ? "partial" : "full",
    standard: STANDARD,
    firstCreated: isoIn(site.zone, publication.at),
    versionCreated: isoIn(site.zone, publication.modifiedAt),
    contentCreated: isoIn(site.zone, story.published.at),
    pubStatus: "usable",
    language,
    copyrightHolder: story.source?.name ?? site.name,
    by: namesText(authors.length === 0 ? [site.name] : authors.map(({ name }) => name)),
    ...(dateline !== undefined && { located: dateline }),
    headlines: headlines(story),
    descriptions: descriptions(story),
    ...(body !== undefined && {
      bodies: [{ role: "main", contentType: "text/html", value: body.toString() }],
    }),
    subjects: subjects(site, story),
    ...genres(story),
    ...(story.source !== undefined && { infoSources: [infoSource(story.source)] }),
    renditions: [
      {
        name: "web",
        href: story.canonical ?? absoluteUrl(site, story.address),
        contentType: "text/html",
      },
    ],
    ...(image !== undefined &&
      shown !== undefined && { associations: [picture(site, image, shown)] }),
  };
}

type StoryOf = NinjsStory["story"];

function headlines({ headline, seoHeadline, kicker }: StoryOf) {
  return [
    { role: "main", value: typographic(headline) },
    ...(seoHeadline === undefined ? [] : [{ role: "seo", value: typographic(seoHeadline) }]),
    ...(kicker === undefined ? [] : [{ role: "kicker", value: typographic(kicker) }]),
  ];
}

/** Corrections stand where a partner's readers can be shown them. */
function descriptions({ summary, corrections }: StoryOf) {
  return [
    ...(summary === undefined ? [] : [{ role: "summary", value: typographic(summary) }]),
    ...corrections.map(({ kind, text, date }) => ({
      role: kind,
      value: `${date.day}: ${typographic(text)}`,
    })),
  ].map((description) => ({ contentType: "text/plain", ...description }));
}

function subjects(site: Site, { section, topics }: StoryOf) {
  const named = site.sections.filter(({ key }) => key === section);
  const subject = (rel: string, name: string, list: string) => ({
    name,
    rel,
    uri: absoluteUrl(site, listAddress(list)),
  });
  return [
    ...named.map(({ key, name }) => subject("section", name, sectionList(key))),
    ...topics.map(({ key, name }) => subject("topic", name, topicList(key))),
  ];
}

const GENRES: Partial<Record<StoryOf["kind"], string>> = {
  analysis: "Analysis",
  opinion: "Opinion",
};

function genres({ kind }: StoryOf) {
  const name = GENRES[kind];
  if (name === undefined) return {};
  return { genres: [{ name, uri: `http://cv.iptc.org/newscodes/genre/${name}` }] };
}

function infoSource({ name, url }: NonNullable<StoryOf["source"]>) {
  return { name, ...(url !== undefined && { uri: url }) };
}

function picture(site: Site, { alt, caption, credit }: Picture, shown: ShownPicture) {
  const { address, width, height } = shown;
  const rendition = shown.renditions.find((candidate) => candidate.address === address);
  const size = rendition === undefined ? { width, height } : { width: rendition.width };
  return {
    name: "main",
    uri: absoluteUrl(site, address),
    type: "picture",
    ...(credit !== undefined && { by: credit }),
    descriptions: [
      { role: "alt", value: alt },
      ...(caption === undefined ? [] : [{ role: "caption", value: typographic(caption) }]),
    ],
    renditions: [{ name: "main", href: absoluteUrl(site, address), ...size }],
  };
}
