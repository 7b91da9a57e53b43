import type { Html } from "../markup/html.ts";
import { renderMarkdown } from "../markup/markdown.ts";
import type { SourceProps } from "../model/page-props.ts";
import type { ShownPicture } from "../model/picture.ts";
import { absoluteUrl, href, pictureHrefs, type Site } from "../model/site.ts";

/** The text of a page. */
export function bodyHtml(site: Site, props: SourceProps, body: string, dateline?: string): Html {
  return renderMarkdown(body, {
    links: mapValues(props.links, (address) => href(site, address)),
    pictures: mapValues(props.pictures, (picture) => pictureHrefs(site, picture)),
    ...(dateline !== undefined && { dateline }),
  });
}

/** A story, as far as its text depends on it. */
export interface Named {
  readonly address: string;
  readonly dateline?: string;
}

/** The text of a story as feeds carry it: read elsewhere, its links need the whole URL, those to its own notes too. */
export function feedText(
  site: Site,
  { address, dateline }: Named,
  text: SourceProps,
  body: string,
): Html {
  return renderMarkdown(body, {
    pageUrl: absoluteUrl(site, address),
    links: mapValues(text.links, (target) => absoluteUrl(site, target)),
    pictures: mapValues(text.pictures, (picture) => pictureUrl(site, picture)),
    ...(dateline !== undefined && { dateline }),
  });
}

function pictureUrl(site: Site, picture: ShownPicture): ShownPicture {
  return { ...picture, address: absoluteUrl(site, picture.address) };
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
