import type { Site } from "../model/site.ts";
import type { Byline } from "../model/story.ts";
import { isKey } from "./key-rules.ts";
import { mediaPath, type Pictures, refuseMissingPicture } from "./media-path.ts";
import { nearestHint } from "./nearest.ts";
import { isYamlMap, type YamlMap } from "./parse-yaml.ts";
import type { KeyFinding } from "./problem-in-file.ts";
import { isRefusal, quoted } from "./refusal.ts";

/** What else is in the content folder. */
export interface References extends Pictures {
  readonly site: Site;
  readonly hasAuthor: (key: string) => boolean;
  readonly authorKeys: () => readonly string[];
}

export function parseByline(text: string): Byline {
  return isKey(text) ? { key: text } : { name: text };
}

/** Sections, authors and pictures that front matter names and that are not there. */
export function checkReferences(values: YamlMap, references: References): KeyFinding[] {
  return [
    ...checkSection(values.section, references.site),
    ...checkByline(values.byline, references),
    ...checkPicture(values.image, references),
  ];
}

function checkSection(section: unknown, site: Site): KeyFinding[] {
  if (typeof section !== "string" || section.trim() === "") return [];
  const keys = site.sections.map(({ key }) => key);
  if (keys.includes(section.trim())) return [];
  return [
    {
      keys: ["section"],
      code: "section-unknown",
      message: `${quoted(section)} is no section of site.yaml.`,
      hint: nearestHint(section, keys),
    },
  ];
}

function checkByline(byline: unknown, references: References): KeyFinding[] {
  if (Array.isArray(byline)) {
    return byline.flatMap((text, index) => checkAuthor(["byline", index], text, references));
  }
  return checkAuthor(["byline"], byline, references);
}

function checkAuthor(
  keys: KeyFinding["keys"],
  text: unknown,
  { hasAuthor, authorKeys }: References,
): KeyFinding[] {
  const byline = typeof text === "string" ? parseByline(text.trim()) : undefined;
  if (byline === undefined || !("key" in byline) || hasAuthor(byline.key)) return [];
  return [
    {
      keys,
      code: "author-unknown",
      message: `There is no content/authors/${byline.key}.md. (A name without a file has a capital letter or a space.)`,
      hint: nearestHint(byline.key, authorKeys()),
    },
  ];
}

/** Whether the picture of a key `image` is there. */
export function checkPicture(image: unknown, pictures: Pictures): KeyFinding[] {
  if (!isYamlMap(image) || typeof image.src !== "string") return [];
  const src = mediaPath(image.src.trim());
  const refusal = isRefusal(src) ? undefined : refuseMissingPicture(src, pictures);
  return refusal === undefined ? [] : [{ keys: ["image", "src"], ...refusal }];
}
