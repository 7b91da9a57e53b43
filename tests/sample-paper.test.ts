import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../src/build.ts";
import type { BuildReport } from "../src/build-report.ts";
import { filesOf, PROJECT_FOLDER } from "./support/paper-from.ts";

const CONTENT = join(PROJECT_FOLDER, "content");
const IVANOV = "2001/07/ivanov-russia-ready-for-defense-talks";

/** The story as it was filed, with what stood around it on the page. */
const [PROMISE, STAMP, HEADLINE, ...PARAGRAPHS] = readFileSync(
  join(import.meta.dirname, "fixtures/ivanov-ready-for-defense-talks.txt"),
  "utf8",
)
  .trimEnd()
  .split("\n\n") as [string, string, string, ...string[]];

let folder: string;
let report: BuildReport;
let files: Map<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-"));
  const paper = {
    projectFolder: PROJECT_FOLDER,
    contentFolder: CONTENT,
    outputFolder: join(folder, "_site"),
    cacheFolder: join(folder, ".cache"),
    isPreview: false,
  };
  report = await build(paper, Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds);
  files = new Map(
    [...filesOf(paper.outputFolder)].map(([path, latin1]) => [
      path,
      Buffer.from(latin1, "latin1").toString("utf8"),
    ]),
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the story of Ivanov and Powell", () => {
  test("is kept word for word", () => {
    const source = readFileSync(join(CONTENT, `stories/${IVANOV}.md`), "utf8");
    expect(source).toContain(`\nheadline: "${HEADLINE}"\n`);
    const [first = "", ...rest] = PARAGRAPHS;
    expect(source).toContain("\ndateline: ROME\n");
    const text = [first.replace("ROME — ", ""), ...rest].join("\n\n");
    expect(source.split("\n---\n")[1]?.trim()).toBe(text);
  });

  const page = () => files.get(`${IVANOV}/index.html`) as string;

  test("promises the latest updates, and leads there", () => {
    expect(page()).toContain(`<a href="/latest/">${PROMISE}</a>`);
    expect(files.has("latest/index.html")).toBe(true);
  });

  test("shows its headline and when it was last updated", () => {
    expect(page()).toMatch(new RegExp(`<h1[^>]*>${HEADLINE}</h1>`));
    expect(STAMP).toBe(". Last Updated: 07/27/2016");
    expect(page()).toMatch(/<time[^>]*>Last Updated: 07\/27\/2016<\/time>/);
  });

  test("runs from its dateline into the first paragraph, and shows every other with curly quotes", () => {
    const [, text = ""] = /<div class="text e-content">(.*?)<\/div>/s.exec(page()) ?? [];
    const shown = [...text.matchAll(/<p>(.*?)<\/p>/gs)].map(([, html = ""]) =>
      html.replace(/<[^>]+>/g, ""),
    );
    expect(shown).toEqual(PARAGRAPHS.map(curly));
    expect(shown[0]).toMatch(/^ROME — Foreign Minister Igor Ivanov said/);
  });
});

/** Quotation marks as a newspaper prints them: one that opens follows a space, or nothing. */
function curly(text: string): string {
  return text
    .replace(/(^|\s)"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll("'", "’");
}

describe("the sample paper", () => {
  test("has a newsroom's breadth", () => {
    const stories = [...files.keys()].filter((path) => /^\d{4}\/\d\d\/[a-z]/.test(path));
    expect(stories.length).toBeGreaterThanOrEqual(24);
    const cities = stories.flatMap((path) => datelineOf(files.get(path) as string));
    expect(new Set(cities).size).toBeGreaterThanOrEqual(15);
    const sections = stories.flatMap((path) => sectionOf(files.get(path) as string));
    expect(new Set(sections).size).toBeGreaterThanOrEqual(5);
  });

  test("has no problems", () => {
    expect([...report.problems]).toEqual([]);
  });

  test("shows nothing of its draft and of its scheduled story", () => {
    const text = [...files].flat().join("\n").toLowerCase();
    for (const words of HIDDEN) expect(text).not.toContain(words);
    expect(text).toContain("code red");
  });

  test("says when its scheduled story appears", () => {
    expect(new Date(report.nextChangeAt as number).getUTCFullYear()).toBe(2027);
  });

  test("has no link that leads nowhere", () => {
    const links = [...files].flatMap(([path, text]) => internalLinks(path, text));
    expect(links.length).toBeGreaterThan(1000);
    expect(links.filter(({ file }) => !files.has(file))).toEqual([]);
  });
});

/** Of the draft on the Perseid meteors and of the story scheduled for the eclipse of 2027. */
const HIDDEN = ["perseid", "half-moon", "swift-tuttle", "valley of the kings", "moons-shadow"];

function datelineOf(page: string): string[] {
  return [...page.matchAll(/<p><span class="filed p-location">([^<]+)<\/span> — /g)].map(
    ([, dateline]) => dateline as string,
  );
}

function sectionOf(page: string): string[] {
  const [, section] =
    /<nav class="trail"[^>]*><ol><li><a class="p-category" href="([^"]+)"/.exec(page) ?? [];
  return section === undefined ? [] : [section];
}

function internalLinks(path: string, text: string): { path: string; file: string }[] {
  if (!path.endsWith(".html")) return [];
  return [...text.matchAll(/ (?:href|src)="(?:https:\/\/dateline\.example)?(\/[^"#]*)/g)].map(
    ([, link]) => {
      const file = decodeURI(link as string).slice(1);
      return { path, file: file === "" || file.endsWith("/") ? `${file}index.html` : file };
    },
  );
}
