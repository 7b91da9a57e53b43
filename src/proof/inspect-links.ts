import type { Site } from "../model/site.ts";
import type { OutputFiles } from "./output-files.ts";
import type { Finding, OutputText } from "./output-text.ts";
import { type Attribute, readTags, type Tag, unescaped, valueIn } from "./read-tags.ts";

/** A link as it is written, and where. */
interface Link {
  readonly written: string;
  readonly index: number;
  readonly length: number;
  /** Where what stands behind a `#` is a name, and nowhere to go. */
  readonly isName?: true;
}

/** Links into the paper that lead nowhere. */
export function inspectLinks(output: OutputText, site: Site, files: OutputFiles): Finding[] {
  return [...linksIn(output, site)].flatMap((link) => {
    const { index, length, written } = link;
    const target = targetOf(link, output, site);
    if (target === undefined) return [];
    if (target.address === undefined || !files.has(target.address)) {
      return [
        {
          index,
          length,
          code: "output-link",
          message: `Nothing is published at ${written}.`,
          hint: "Build everything again: npm run build -- --full",
        },
      ];
    }
    if (target.fragment === "" || files.idsOf(target.address).has(target.fragment)) return [];
    return [
      {
        index,
        length,
        code: "output-fragment",
        message: `Nothing at ${target.address} has the id ${target.fragment}.`,
        hint: "Correct the fragment, or the heading that it is to name.",
      },
    ];
  });
}

function* linksIn({ file, text }: OutputText, site: Site): Generator<Link> {
  if (!/\.(html|svg)$/.test(file)) {
    yield* urlsIn(text, 0, site);
    yield* pathsIn(file, text);
    return;
  }
  for (const tag of readTags(text)) yield* linksOf(tag);
  for (const block of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    yield* urlsIn(block[1] as string, block.index + block[0].indexOf(">") + 1, site);
  }
}

/** Full addresses of the paper, wherever they stand in a text. */
function* urlsIn(text: string, start: number, { url }: Site): Generator<Link> {
  const pattern = new RegExp(
    `${RegExp.escape(url)}/[^\\s"'<>\\\\]*?(?=&(?!amp;)|[\\s"'<>\\\\]|$)`,
    "g",
  );
  for (const { 0: written, index } of text.matchAll(pattern)) {
    yield {
      written: unescaped(written),
      index: start + index,
      length: written.length,
      isName: true,
    };
  }
}

/** Paths that are values of a manifest, or to which servers redirect. */
function* pathsIn(file: string, text: string): Generator<Link> {
  const pattern = PATHS.find(([files]) => files.test(file))?.[1];
  if (pattern === undefined) return;
  for (const { 0: whole, 1: written = "", index } of text.matchAll(pattern)) {
    yield { written, index: index + whole.lastIndexOf(written), length: written.length };
  }
}

const PATHS = [
  [/\.webmanifest$/, /: *"(\/[^"]*)"/g],
  [/^_redirects$/, /^\S+ (\/\S*) /gm],
  [/^\.nginx\/.+\.map$/, /^".*" "(\/.*)";$/gm],
] as const;

const LINKING = new Set(["href", "src", "action", "poster", "xlink:href"]);

function* linksOf(tag: Tag): Generator<Link> {
  for (const attribute of tag.attributes) {
    const { name, value, ...place } = attribute;
    if (LINKING.has(name)) yield { written: value, ...place };
    if (name === "srcset" || name === "imagesrcset") yield* candidatesOf(attribute);
    if (name !== "content") continue;
    const [, to] = /^\d+; *url=(.+)$/.exec(value) ?? [];
    if (to !== undefined && valueIn(tag, "http-equiv") === "refresh")
      yield { written: to, ...place };
    else if (/^https?:\/\/\S+$/.test(value)) yield { written: value, ...place };
  }
}

function* candidatesOf({ value, index, length }: Attribute): Generator<Link> {
  for (const candidate of value.split(/,\s+/)) {
    yield { written: candidate.trim().split(/\s/, 1)[0] as string, index, length };
  }
}

interface Target {
  /** `undefined` where it is none of the paper. */
  readonly address: string | undefined;
  /** Empty where the whole page is meant. */
  readonly fragment: string;
}

/** Where a link leads; `undefined` for what leads out of the paper. */
function targetOf(
  { written, isName }: Link,
  { address }: OutputText,
  site: Site,
): Target | undefined {
  if (!URL.canParse(written, site.url + encodeURI(address))) return undefined;
  const { origin, pathname, hash } = new URL(written, site.url + encodeURI(address));
  const isOfPaper = pathname.startsWith(`${site.base}/`);
  if (origin !== new URL(site.url).origin) return undefined;
  if (!isOfPaper)
    return /^https?:/.test(written) ? undefined : { address: undefined, fragment: "" };
  return {
    address: decoded(pathname.slice(site.base.length)),
    fragment: isName ? "" : (decoded(hash.slice(1)) ?? ""),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
