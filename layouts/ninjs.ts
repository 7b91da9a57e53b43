import type { Html } from "../src/markup/html.ts";
import { jsonDocument } from "../src/markup/json-document.ts";
import { typographic } from "../src/markup/typographic.ts";
import { listAddress } from "../src/model/address.ts";
import type { Framed } from "../src/model/frame.ts";
import { isoIn } from "../src/model/instant.ts";
import { sectionList, topicList } from "../src/model/list.ts";
import type { NinjsItem, NinjsProps } from "../src/model/page-props.ts";
import type { ShownPicture } from "../src/model/picture.ts";
import { absoluteUrl, type Site } from "../src/model/site.ts";
import type { Picture } from "../src/model/story.ts";
import { namesText } from "./parts/story-credits.ts";

type NinjsDocumentProps = Framed<NinjsProps> & {
  /** By the paths of the stories. */
  readonly texts: ReadonlyMap<string, Html>;
};

const STANDARD = {
  name: "ninjs",
  version: "3.1",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
};

/** Stories for partners, in the form of the IPTC. What is `undefined` is left out. */
export function ninjsDocument({ frame, items, texts }: NinjsDocumentProps): Html {
  return jsonDocument(items.map((item) => ninjsItem(frame.site, item, texts)));
}

function ninjsItem(site: Site, item: NinjsItem, texts: NinjsDocumentProps["texts"]): object {
  const { publication, published, language, source, image, picture } = item;
  const text = item.text && texts.get(item.text.path);
  const url = absoluteUrl(site, item.address);
  return {
    uri: absoluteUrl(site, item.id),
    type: "text",
    representationType: text === undefined ? "partial" : "full",
    standard: STANDARD,
    firstCreated: isoIn(site.zone, publication.at),
    versionCreated: isoIn(site.zone, publication.modifiedAt),
    contentCreated: isoIn(site.zone, published.at),
    pubStatus: "usable",
    language,
    copyrightHolder: source?.name ?? site.name,
    by: byline(site, item),
    located: item.dateline,
    headlines: headlines(item),
    descriptions: descriptions(item),
    bodies: text && [{ role: "main", contentType: "text/html", value: String(text) }],
    subjects: subjects(site, item),
    genres: GENRES[item.kind],
    infoSources: source && [{ name: source.name, uri: source.url }],
    renditions: [{ name: "web", href: item.canonical ?? url, contentType: "text/html" }],
    associations: image && picture && [association(site, image, picture)],
  };
}

function byline(site: Site, { authors }: NinjsItem): string {
  return namesText(authors.length === 0 ? [site.name] : authors.map(({ name }) => name));
}

function headlines({ headline, seoHeadline, kicker }: NinjsItem) {
  return [
    { role: "main", value: typographic(headline) },
    ...(seoHeadline === undefined ? [] : [{ role: "seo", value: typographic(seoHeadline) }]),
    ...(kicker === undefined ? [] : [{ role: "kicker", value: typographic(kicker) }]),
  ];
}

/** Corrections stand where a partner's readers can be shown them. */
function descriptions({ summary, corrections }: NinjsItem) {
  return [
    ...(summary === undefined ? [] : [{ role: "summary", value: typographic(summary) }]),
    ...corrections.map(({ kind, text, date }) => ({
      role: kind,
      value: `${date.day}: ${typographic(text)}`,
    })),
  ].map((description) => ({ contentType: "text/plain", ...description }));
}

function subjects(site: Site, { section, topics }: NinjsItem) {
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

/** Terms of the IPTC. */
const GENRES: Partial<Record<NinjsItem["kind"], object[]>> = {
  analysis: [{ name: "Analysis", uri: "http://cv.iptc.org/newscodes/genre/Analysis" }],
  opinion: [{ name: "Opinion", uri: "http://cv.iptc.org/newscodes/genre/Opinion" }],
};

function association(site: Site, image: Picture, { address, width, height }: ShownPicture): object {
  const url = absoluteUrl(site, address);
  return {
    name: "main",
    uri: url,
    type: "picture",
    by: image.credit,
    descriptions: [
      { role: "alt", value: image.alt },
      ...(image.caption === undefined
        ? []
        : [{ role: "caption", value: typographic(image.caption) }]),
    ],
    renditions: [{ name: "main", href: url, width, height }],
  };
}
