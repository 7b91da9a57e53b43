import { absoluteUrl, type Site } from "../model/site.ts";
import type { Finding, OutputText } from "./output-text.ts";
import { type Attribute, readTags, type Tag, valueIn } from "./read-tags.ts";

/** What is wrong with an HTML page by itself. */
export function inspectPage(page: OutputText, site: Site): Finding[] {
  const tags = [...readTags(page.text)];
  return [...inspectIds(tags), ...(isIndexed(tags) ? inspectCanonical(page, tags, site) : [])];
}

/** Whether search engines are asked to list a page; where it says that it is to be found for good. */
export function indexingOf(text: string): { isIndexed: boolean; canonical: string | undefined } {
  const tags = [...readTags(text.slice(0, text.indexOf("</head>")))];
  return { isIndexed: isIndexed(tags), canonical: canonicalOf(tags)?.value };
}

function isIndexed(tags: readonly Tag[]): boolean {
  return !tags.some(
    (tag) => valueIn(tag, "name") === "robots" && valueIn(tag, "content")?.includes("noindex"),
  );
}

function inspectIds(tags: readonly Tag[]): Finding[] {
  const ids = tags.flatMap(({ attributes }) => attributes.filter(({ name }) => name === "id"));
  const seen = new Set<string>();
  const twice = ids.filter(({ value }) => seen.size === seen.add(value).size);
  return twice.map(({ value, index, length }) => ({
    index,
    length,
    code: "output-id",
    message: `The id ${value} stands on this page twice.`,
    hint: "Give the layout, or the heading, another one.",
  }));
}

function inspectCanonical(page: OutputText, tags: readonly Tag[], site: Site): Finding[] {
  const canonical = canonicalOf(tags);
  const own = absoluteUrl(site, page.address);
  if (canonical === undefined) {
    return [
      {
        severity: "warning",
        code: "output-canonical",
        message: "The page does not say where it is to be found for good.",
        hint: `<link rel="canonical" href="${own}">`,
      },
    ];
  }
  const shared = tags.filter((tag) => valueIn(tag, "property") === "og:url");
  const told = [canonical, ...shared.flatMap((tag) => attributeIn(tag, "content") ?? [])];
  // A story that was first published elsewhere says so.
  const isOurs = canonical.value.startsWith(`${site.url}/`);
  return told
    .filter(({ value }) => value !== (isOurs ? own : canonical.value))
    .map(({ value, index, length }) => ({
      index,
      length,
      code: "output-canonical",
      message: `The page says that it is ${value}, and is ${own}.`,
      hint: "Build everything again: npm run build -- --full",
    }));
}

function canonicalOf(tags: readonly Tag[]): Attribute | undefined {
  const link = tags.find((tag) => tag.name === "link" && valueIn(tag, "rel") === "canonical");
  return link && attributeIn(link, "href");
}

function attributeIn({ attributes }: Tag, name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}
