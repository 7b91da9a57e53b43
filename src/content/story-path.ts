import { refusePathForm } from "./path-form.ts";
import { quoted, type Refusal } from "./refusal.ts";
import { topicKey } from "./topic-key.ts";

const PATH = /^stories\/((?:1[6-9]|2\d)\d\d)\/(0[1-9]|1[0-2])\/([^/]+)\.md$/;
const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u;

/** A story is exactly `stories/YYYY/MM/slug.md`, because its path is its address. */
export function refuseStoryPath(path: string): Refusal | undefined {
  const [, year, month, slug] = PATH.exec(path) ?? [];
  if (slug === undefined) return refuseShape(path);
  const ofForm = refusePathForm(path);
  if (ofForm !== undefined) return ofForm;
  if (/^\d{1,2}$/.test(slug)) return refuseDayNumber(slug);
  if (/^\d{4}-\d\d-\d\d$/.test(slug)) return refuseDate(slug);
  if (!SLUG.test(slug) || slug !== slug.toLowerCase())
    return refuseSlug(slug, `stories/${year}/${month}/${topicKey(slug)}.md`);
  return undefined;
}

function refuseShape(path: string): Refusal {
  const [year = "", month = ""] = path.match(/\d+/g) ?? [];
  const slug =
    topicKey(
      path
        .split("/")
        .at(-1)
        ?.replace(/\.\w*$/, "") ?? "",
    ) || "slug";
  const isKnown = /^\d{4}$/.test(year) && /^(0?[1-9]|1[0-2])$/.test(month);
  const folder = isKnown ? `${year}/${month.padStart(2, "0")}` : "YYYY/MM";
  return {
    code: "path-shape",
    message: "A story is a file in the folder of its year and month.",
    hint: `Move it to stories/${folder}/${slug}.md`,
  };
}

function refuseDayNumber(slug: string): Refusal {
  return {
    code: "path-day-number",
    message: `${quoted(slug)} alone is the address of a day's page.`,
    hint: `Say what the story is about: summit-${slug}.md`,
  };
}

function refuseDate(slug: string): Refusal {
  return {
    code: "path-date",
    message: `${quoted(slug)} is a day, which says nothing of the story.`,
    hint: `Say what the story is about: summit-${slug}.md`,
  };
}

function refuseSlug(slug: string, right: string): Refusal {
  return {
    code: "path-slug",
    message: `${quoted(slug)} is part of the address, so it has only small letters, digits and hyphens.`,
    hint: `Rename it: ${right}`,
  };
}
