import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const PUBLISHED = "published: 2026-08-01T09:00Z";

/** Lines of front matter that keep a story from readers. */
const UNPUBLISHED: Readonly<Record<string, string>> = {
  "a draft": `status: draft\n${PUBLISHED}`,
  "a scheduled story": "published: 2026-12-24T09:00Z",
  "an embargoed story": `embargo: 2026-12-24T09:00Z\n${PUBLISHED}`,
  "a draft with errors": `status: draft\nupdated: 07/27/2016\npublishd: 2026-08-01\n${PUBLISHED}`,
  "a draft that can't be read": `status: draft\nsummary: Zqshort: zqmore\n${PUBLISHED}`,
  "a withdrawn story that can't be read": `status: withdrawn\nreason: Zqruled: it must go.\n${PUBLISHED}`,
  "a withdrawn story": `status: withdrawn\nreason: It was wrong.\n${PUBLISHED}`,
  "a story whose status can't be read": `status: withdrwn\n${PUBLISHED}`,
};

/** A story in which every part has a word of its own, that begins with `zq`. */
function secretStory(lines: string): string {
  // A withdrawn story still leads readers on from its old addresses.
  const aliases = lines.includes("withdrawn") ? "" : "aliases: [/zqalias/]\n";
  return `---
headline: Zqheadline
seoHeadline: Zqseo
kicker: Zqkicker
dateline: ZQDATELINE
summary: Zqsummary.
byline: Zq Byline
topics: [Zqtopic]
source: { name: Zqsource }
image: { src: zqfolder/zqpicture.svg, alt: Zqalt, caption: Zqcaption, credit: Zqcredit }
corrections:
  - { date: 2026-08-03, kind: correction, text: Zqcorrection. }
${aliases}${lines}
---
Zqbody and [zqwords](/zqlink/).

::: figure
![Zqfigure](zqsecond.svg)
Zqtext
:::
`;
}

/** A paper of one story that links to what stands at `/2026/08/secret/`. */
function paperAround(secret: string | undefined): TestPaper {
  const paper = paperFrom(`
-- stories/2026/08/calm.md --
---
headline: All calm
section: science
published: 2026-08-02T09:00Z
---
Winds fall [elsewhere](/2026/08/secret/).
`);
  const picture = (title: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`;
  paper.write("media/zqfolder/zqpicture.svg", picture("Zqpixels"));
  paper.write("media/zqsecond.svg", picture("Zqpixels of another"));
  if (secret !== undefined) paper.write(SECRET, secretStory(secret));
  return paper;
}

const SECRET = "stories/2026/08/secret.md";

// Whole words: two letters may well be the last bytes of a file's time in the archive.
const WORD = /zq(?:alt|seo|[a-z]{4,})/gi;

/** Files of the output and the cache that have a secret word in their name or bytes. */
function leaks(paper: TestPaper, word = WORD): string[] {
  const entries = readdirSync(paper.folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    if (file.startsWith(paper.contentFolder)) return [];
    // Among the bytes of the typefaces some are letters, and no story's.
    const isText = entry.isFile() && !file.endsWith(".woff2");
    const bytes = isText ? readFileSync(file, "latin1") : "";
    const path = file.slice(paper.folder.length);
    const words = new Set(`${path}\n${bytes}`.match(word));
    return words.size === 0 ? [] : [`${path}: ${[...words].join(", ")}`];
  });
}

for (const [name, lines] of Object.entries(UNPUBLISHED)) {
  test(`nobody learns a word of ${name}`, async () => {
    const paper = paperAround(lines);
    await paper.build();
    await paper.build();

    expect(leaks(paper)).toEqual([]);
    if (name === "a withdrawn story") return;
    expect(leaks(paper, /secret/g)).toEqual(["/.cache/archive.sqlite: secret"]);
  });

  test(`nor of a published story that becomes ${name}`, async () => {
    const paper = paperAround(PUBLISHED);
    await paper.build();
    expect(leaks(paper)).not.toEqual([]);
    paper.edit("media/zqsecond.svg", "another", "yet another");
    await paper.build();
    paper.write(SECRET, secretStory(lines));
    await paper.build();

    expect(leaks(paper)).toEqual([]);
  });

  test(`nor of a faulty story, kept in its earlier form, that becomes ${name}`, async () => {
    const paper = paperAround(PUBLISHED);
    await paper.build();
    paper.edit(SECRET, "headline: Zqheadline", "headline: Zqother\nupdated: 07/27/2016");
    await paper.build();
    expect(leaks(paper)).not.toEqual([]);
    paper.write(SECRET, secretStory(lines));
    await paper.build();

    expect(leaks(paper)).toEqual([]);
  });
}

test("nor of a story whose file is removed", async () => {
  const paper = paperAround(PUBLISHED);
  await paper.build();
  paper.remove(SECRET);
  await paper.build();

  expect(leaks(paper)).toEqual([]);
});

test("a scheduled story is everywhere when its moment has come, and nowhere when the clock goes back", async () => {
  const paper = paperAround("published: 2026-12-24T09:00Z");
  const before = paper.now;
  await paper.build();
  paper.now += 40 * 24 * 3_600_000;
  await paper.build();
  expect(leaks(paper)).not.toEqual([]);
  paper.now = before;
  await paper.build();

  expect(leaks(paper)).toEqual([]);
});

test("what hundreds of stories leave in the archive's file is overwritten", async () => {
  const paper = paperAround(undefined);
  const path = (number: number) => `stories/2026/08/secret-${number}.md`;
  const text = (number: number, lines: string) =>
    secretStory(lines).replaceAll(/zq(?=headline|alias|topic|body|link)/gi, `zq${number}x`);
  for (let number = 0; number < 300; number++) paper.write(path(number), text(number, PUBLISHED));
  await paper.build();
  for (let number = 0; number < 300; number += 2) {
    paper.write(path(number), text(number, String(UNPUBLISHED["a draft"])));
  }
  await paper.build();
  expect(leaks(paper, /zq\d*[02468]x\w+/gi)).toEqual([]);
  for (let number = 1; number < 300; number += 2) {
    paper.write(path(number), text(number, String(UNPUBLISHED["a withdrawn story"])));
  }
  await paper.build();
  expect(leaks(paper)).toEqual([]);
});
