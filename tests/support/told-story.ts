import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFrontMatter } from "../../src/content/parse-front-matter.ts";
import { typographic } from "../../src/markup/typographic.ts";
import { PROJECT_FOLDER } from "./paper-from.ts";

/** Stories of the sample paper: one of every kind, with picture, drawing, correction and source, and in three scripts. */
export const TOLD_STORIES = [
  "2001/07/ivanov-russia-ready-for-defense-talks",
  "2001/07/what-the-abm-treaty-forbids",
  "2001/07/let-the-summits-leave-the-cities",
  "2001/06/eclipse-darkens-southern-africa",
  "2001/07/beijing-wins-2008-olympics",
  "2001/07/armstrong-wins-third-tour-de-france",
  "2001/06/map-probe-sets-out-to-chart-first-light",
  "2001/08/general-guilty-of-genocide-at-srebrenica",
  "2001/07/rossiya-i-kitay-podpisali-dogovor",
  "2001/06/wilaya-thaniya-li-kofi-annan",
] as const;

/** What machines are to find of a story: what its front matter says. */
export interface ToldStory {
  readonly url: string;
  readonly kind: string;
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  readonly dateline: string | undefined;
  readonly authors: readonly string[];
  readonly published: number;
  readonly modified: number;
  readonly section: string;
  readonly topics: readonly string[];
  readonly picture:
    | { readonly name: string; readonly alt: string; readonly isDrawing: boolean }
    | undefined;
  readonly source: string | undefined;
  readonly corrections: readonly { readonly kind: string; readonly text: string }[];
}

const ZONE = "America/New_York";

export function toldStory(name: string): ToldStory {
  const values = frontMatterOf(`stories/${name}.md`);
  const { kind = "news", language = "en-US", headline, dateline, published, updated } = values;
  const { summary, topics, image, source, corrections = [] } = values;
  const dates = [published, updated, ...corrections.map(({ date }: Values) => date)];
  const instants = dates.filter((date) => date !== undefined).map(instantOf);
  return {
    url: `https://dateline.example/${name}/`,
    kind,
    language,
    headline: typographic(headline),
    summary: typographic(summary),
    dateline,
    authors: [values.byline].flat().map((key) => frontMatterOf(`authors/${key}.md`).name),
    published: instantOf(published),
    modified: Math.max(...instants),
    section: SITE.sections[values.section].name,
    topics: topics.map(typographic),
    picture: image && {
      name: image.src.replace(/\.\w+$/, ""),
      alt: typographic(image.alt),
      isDrawing: image.src.endsWith(".svg"),
    },
    source: source?.name,
    corrections: corrections.map(({ kind, text }: Values) => ({ kind, text: typographic(text) })),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the sample paper has been checked.
type Values = any;

const SITE: Values = (parseFrontMatter(`---\n${contentFile("site.yaml")}---\n`) as Values).values;

function frontMatterOf(path: string): Values {
  return (parseFrontMatter(contentFile(path)) as Values).values;
}

function contentFile(path: string): string {
  return readFileSync(join(PROJECT_FOLDER, "content", path), "utf8");
}

function instantOf(date: string): number {
  return date.includes("T")
    ? Date.parse(date)
    : Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds;
}
