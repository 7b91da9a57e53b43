import type { Html } from "../markup/html.ts";
import { renderMarkdown } from "../markup/markdown.ts";
import type { SourceProps, TextProps } from "../model/page-props.ts";
import type { ShownPicture } from "../model/picture.ts";
import { absoluteUrl, href, pictureHrefs, type Site } from "../model/site.ts";

/** The text of a page. */
export function bodyHtml(site: Site, props: SourceProps, body: string, dateline?: string): Html {
  return renderMarkdown(body, {
    ...pageContext(site, props),
    ...(dateline !== undefined && { dateline }),
  });
}

/** Links and pictures of a text on a page of the paper. */
export function pageContext(site: Site, { links, pictures }: TextProps) {
  return {
    links: mapValues(links, (address) => href(site, address)),
    pictures: mapValues(pictures, (picture) => pictureHrefs(site, picture)),
  };
}

/** A story, as far as its text depends on it. */
export interface Named {
  readonly address: string;
  readonly language: string;
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
    ...feedContext(site, text),
    ...(dateline !== undefined && { dateline }),
  });
}

/** Links and pictures of a text that is read elsewhere. */
export function feedContext(site: Site, { links, pictures }: TextProps) {
  return {
    links: mapValues(links, (target) => absoluteUrl(site, target)),
    pictures: mapValues(pictures, (picture) => pictureUrl(site, picture)),
  };
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
