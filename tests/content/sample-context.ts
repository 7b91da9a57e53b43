import { parseAuthor } from "../../src/content/parse-author.ts";
import { parseEditorsPage } from "../../src/content/parse-editors-page.ts";
import { parseSite } from "../../src/content/parse-site.ts";
import { parseStory, type StoryContext, type StoryParse } from "../../src/content/parse-story.ts";
import { problemAt } from "../../src/content/problem-in-file.ts";
import type { Refusal } from "../../src/content/refusal.ts";
import { refuseStaticPath } from "../../src/content/static-path.ts";
import { formatProblem } from "../../src/desk/format-problem.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Site } from "../../src/model/site.ts";
import type { Story } from "../../src/model/story.ts";

export const SITE: Site = siteFrom(`
name: The Paper
url: https://example.org/
language: en-US
zone: America/New_York
sections:
  world: { name: World }
  politics: { name: Politics }
`);

export function siteFrom(yaml: string): Site {
  const { site, problems } = parseSite(yaml);
  if (site === undefined) throw new Error(JSON.stringify(problems));
  return site;
}

const AUTHORS = ["rome-bureau", "maria-alvarez"];
const PICTURES = ["2026/pier.jpg", "storm.jpg"];

/** A paper with two sections, two authors and two pictures, at noon of 24 November 2026 in London. */
export function contextWith(changes: Partial<StoryContext> = {}): StoryContext {
  return {
    site: SITE,
    now: Date.parse("2026-11-24T12:00Z"),
    isPreview: false,
    hasAuthor: (key) => AUTHORS.includes(key),
    authorKeys: () => AUTHORS,
    hasPicture: (src) => PICTURES.includes(src),
    pictureNames: () => PICTURES,
    ...changes,
  };
}

/** A story with a headline and a date, unless `yaml` has its own. */
export function storyText(yaml: string, body = "Winds rise."): string {
  const lines = [
    /^headline:/m.test(yaml) ? "" : "headline: Storm nears\n",
    /^published:/m.test(yaml) ? "" : "published: 2026-08-01\n",
  ];
  return `---\n${lines.join("")}${yaml.trim()}\n---\n${body}\n`;
}

export function parse(yaml: string, changes: Partial<StoryContext> = {}): StoryParse {
  return parseStory("stories/2026/08/storm.md", storyText(yaml), contextWith(changes));
}

/** The story of a text in which nothing is wrong. */
export function storyFrom(yaml: string, changes: Partial<StoryContext> = {}): Story {
  const { story, problems } = parse(yaml, changes);
  if (story === undefined) throw new Error(JSON.stringify(problems));
  return story;
}

export function codes(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code);
}

/** Problems of any file of the content folder. */
export function problemsOf(path: string, source: string): readonly Problem[] {
  const context = contextWith();
  if (path.startsWith("authors/")) return parseAuthor(path, source, context).problems;
  if (path.startsWith("pages/")) return parseEditorsPage(path, source, context).problems;
  if (path.startsWith("static/")) return refusalsOf(path, refuseStaticPath(path, context.site));
  if (path.endsWith(".yaml")) return parseSite(source).problems;
  return parseStory(path, source, context).problems;
}

function refusalsOf(path: string, refusal: Refusal | undefined): Problem[] {
  return refusal ? [problemAt(path, { line: 1, column: 1, length: 1, ...refusal })] : [];
}

export function report(problems: readonly Problem[], source: string): string {
  const lines = source.split(/\r\n?|\n/);
  return problems.map((problem) => formatProblem(problem, lines[problem.line - 1])).join("\n\n");
}
