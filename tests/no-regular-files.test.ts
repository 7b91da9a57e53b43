import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { storyAddress } from "../src/model/address.ts";
import { isError } from "../src/model/problem.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";
import { runDateline } from "./support/run-dateline.ts";

const PAPER = `
-- media/2026/pier.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
---
Winds rise.

![A pipe](pipe.svg)

![A secret](foreign.svg)

![A pier](linked/pier.svg)
`;

/** What a browser would take for markup: in JSON, the texts alone that are said to be HTML. */
function markupIn(file: string, text: string): string {
  if (!file.endsWith(".json")) return text;
  const markup: string[] = [];
  JSON.parse(text, (key, value) => {
    if (key === "content_html") markup.push(value);
    if (value?.contentType === "text/html") markup.push(String(value.value));
    return value;
  });
  return markup.join("\n");
}

/** Puts into a paper what editors never mean to: pipes, links, and folders named like files. */
function plantOddFiles(paper: TestPaper): void {
  const foreign = join(paper.folder, "foreign");
  writeFileSync(foreign, "Foreign words\n");
  const at = (path: string) => {
    const file = join(paper.contentFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  for (const folder of ["static", "media", "authors", "pages", "stories/2026/08"]) {
    const ending = { static: "", media: ".svg" }[folder] ?? ".md";
    execFileSync("mkfifo", [at(`${folder}/pipe${ending}`)]);
    symlinkSync(foreign, at(`${folder}/foreign${ending}`));
    symlinkSync(join(paper.contentFolder, "media/2026"), at(`${folder}/linked`));
    mkdirSync(at(`${folder}/folder${ending}`));
  }
}

const PROBLEMS = [
  "authors/foreign.md:1:1 error file-symlink",
  "authors/linked:1:1 error file-symlink",
  "authors/pipe.md:1:1 error file-not-regular",
  "pages/foreign.md:1:1 error file-symlink",
  "pages/linked:1:1 error file-symlink",
  "pages/pipe.md:1:1 error file-not-regular",
  "static/foreign:1:1 error file-symlink",
  "static/linked:1:1 error file-symlink",
  "static/pipe:1:1 error file-not-regular",
  "stories/2026/08/folder.md:1:1 error file-is-folder",
  "stories/2026/08/foreign.md:1:1 error file-symlink",
  "stories/2026/08/linked:1:1 error file-symlink",
  "stories/2026/08/pipe.md:1:1 error file-not-regular",
  "stories/2026/08/storm.md:7:11 error picture-missing",
  "stories/2026/08/storm.md:9:13 error picture-missing",
];

test.each(["check", "build"])(
  "%s neither opens nor shows what is no file of the paper's own",
  (command) => {
    const paper = paperFrom(PAPER);
    plantOddFiles(paper);
    const { code, stderr } = runDateline(paper.folder, [command, "--now", "2026-11-24T12:00Z"]);

    expect(stderr.match(/^\S+:\d+:\d+ .+$/gm)).toEqual(PROBLEMS);
    expect(stderr).not.toContain("Foreign words");
    expect(stderr).not.toMatch(/^ +\d+ \| (?!!\[)/m);
    expect(code).toBe(1);
    if (command === "build") expect(paper.page("/2026/08/storm/")).toBeUndefined();
  },
);

test("a good story among all that is hostile is published, and nothing of the rest does harm", async () => {
  const paper = paperFrom(PAPER.replace(/!.+\n/g, ""));
  cpSync(join(import.meta.dirname, "sites/hostile"), paper.contentFolder, { recursive: true });
  plantOddFiles(paper);
  const content = readdirSync(paper.contentFolder, { recursive: true });
  const { isPublished, problems } = await paper.build();

  expect(isPublished).toBe(true);
  expect(paper.page("/2026/08/storm/")).toContain("Winds rise.");
  expect(paper.page("/latest/")).toContain('href="/2026/08/storm/"');
  const faulty = new Set(problems.filter(isError).map(({ file }) => file));
  expect(faulty.size).toBeGreaterThan(120);
  for (const path of faulty) {
    if (path.startsWith("stories/")) expect(paper.page(storyAddress(path)), path).toBeUndefined();
  }
  for (const [file, text] of paper.output()) {
    expect(markupIn(file, text), file).not.toMatch(
      /<script(?! type="(?:module" src="\/assets\/|application\/ld\+json">))|<img src=x|<iframe|\bon\w+="|(href|src)="(javascript|data|file):/i,
    );
    expect(text, file).not.toContain("Foreign words");
  }
  expect(readdirSync(paper.contentFolder, { recursive: true })).toEqual(content);
  expect(readdirSync(paper.folder).sort()).toEqual([".cache", "_site", "content", "foreign"]);
});
