import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { keyOf } from "./newsroom.ts";

/** Of the datelines of an archive: what they are called, and where they are. */
const PLACES = join(import.meta.dirname, "peers/shared/places.json");

/**
 * Copies an archive for Hugo, which cuts lists by the calendar only where stories name their periods:
 * as terms, in a few more lines of front matter. Authors become the content of their terms.
 */
export function copyForHugo(content: string, folder: string): void {
  mkdirSync(join(folder, "data"), { recursive: true });
  cpSync(join(content, "site.yaml"), join(folder, "data/site.yaml"));
  cpSync(PLACES, join(folder, "data/places.json"));
  for (const page of ["archive", "corrections", "latest"]) {
    write(join(folder, `content/${page}.md`), `---\nlayout: ${page}\n---\n`);
  }
  for (const path of globSync("authors/*.md", { cwd: content })) {
    const key = basename(path, ".md");
    const text = readFileSync(join(content, path), "utf8");
    // Hugo makes the address of a term from its title.
    write(
      join(folder, `content/byline/${key}/_index.md`),
      text.replace("---\n", `---\ntitle: ${key}\n`),
    );
  }
  for (const path of globSync("stories/**/*.md", { cwd: content })) {
    const text = readFileSync(join(content, path), "utf8");
    write(
      join(folder, path.replace(/^stories/, "content")),
      text
        .replace(/^byline: (\w.*)$/m, "byline: [$1]")
        .replace("\n---\n", `\n${terms(text)}\n---\n`),
    );
  }
}

function terms(text: string): string {
  const [frontMatter] = text.split("\n---\n", 1) as [string];
  const [year, month, day] = field(frontMatter, "published").slice(0, 10).split("-");
  const section = field(frontMatter, "section");
  const authors = field(frontMatter, "byline")
    .replace(/[[\] ]/g, "")
    .split(",");
  const topics = [...frontMatter.matchAll(/^ {2}- (.*)$/gm)].map(([, name]) =>
    keyOf(name as string),
  );
  return [
    `years: ["${year}"]`,
    `months: ["${year}/${month}"]`,
    `days: ["${year}/${month}/${day}"]`,
    `sectionmonths: ["${section}/${year}/${month}"]`,
    `authoryears: [${authors.map((key) => `"${key}/${year}"`).join(", ")}]`,
    `topicyears: [${topics.map((key) => `"${key}/${year}"`).join(", ")}]`,
  ].join("\n");
}

function field(frontMatter: string, key: string): string {
  const [, value] = new RegExp(`^${key}: (.*)$`, "m").exec(frontMatter) as RegExpExecArray;
  return value as string;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
