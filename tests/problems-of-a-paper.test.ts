import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatProblem } from "../src/desk/format-problem.ts";
import { paperFrom } from "./support/paper-from.ts";

const story = (keys: string, body: string) => `---
headline: Storm nears
published: 2026-08-01
${keys}
---
${body}
`;

const PAPER = `
-- stories/2026/08/first.md --
${story("aliases: [/2026/07/old/]", "Winds rise.")}
-- stories/2026/08/storm.md --
${story("status: ready", "See [the calm](/2026/08/calm/).")}
-- stories/2026/08/moves.md --
${story("section: world", "It moves.")}
`;

/** What an editor reads in the end, after a second build. */
const EXPECTED = `site.yaml:10:19 warning link-dead
Nothing is published at /ethics/: readers see no link to the policy.
 10 |     ethicsPolicy: /ethics/
                        ^^^^^^^^
hint: Write it: content/pages/ethics.md.

stories/2026/08/First.md:1:1 error path-case
The name differs from stories/2026/08/first.md only in case or in the form of its letters.
  1 | ---
      ^
hint: Give one of the two files another name.

stories/2026/08/First.md:1:1 error path-slug
"First" is part of the address, so it has only small letters, digits and hyphens.
  1 | ---
      ^
hint: Rename it: stories/2026/08/first.md

stories/2026/08/moved.md:1:1 warning story-moved
The story moved here from /2026/08/moves/, which now leads nowhere.
  1 | ---
      ^^^
hint: aliases: [/2026/08/moves/]

stories/2026/08/second.md:4:11 error alias-taken
/2026/07/old/ belongs to stories/2026/08/first.md.
  4 | aliases: [/2026/07/old/]
                ^^^^^^^^^^^^^
hint: Remove the line here or there: an address leads to one story.

stories/2026/08/storm.md:4:9 warning story-unpublished
The story was published and disappears without a trace.
  4 | status: draft
              ^^^^^
hint: status: withdrawn, with a reason, tells readers that it is gone.

stories/2026/08/storm.md:6:16 warning link-dead
Nothing is published at /2026/08/calm/: readers see the words without the link.
  6 | See [the calm](/2026/08/calm/).
                     ^^^^^^^^^^^^^^
hint: Correct the address, or publish what it leads to.

stories/2026/08/third.md:4:11 warning alias-shadowed
Another page stands at /2026/08/first/, so that nobody is led from there to this story.
  4 | aliases: [/2026/08/first/]
                ^^^^^^^^^^^^^^^
hint: Remove the line, or move that page.`;

test("an editor reads what is wrong with a story beside the others, and where", async () => {
  const paper = paperFrom(PAPER);
  paper.edit("site.yaml", /$/, "organization:\n  policies:\n    ethicsPolicy: /ethics/\n");
  await paper.build();
  paper.write("stories/2026/08/First.md", story("section: world", "Another."));
  paper.write("stories/2026/08/second.md", story("aliases: [/2026/07/old/]", "Second."));
  paper.write("stories/2026/08/third.md", story("aliases: [/2026/08/first/]", "Third."));
  paper.edit("stories/2026/08/storm.md", "status: ready", "status: draft");
  paper.move("stories/2026/08/moves.md", "stories/2026/08/moved.md");

  const { problems } = await paper.build();
  const texts = problems.map((problem) =>
    formatProblem(problem, paper.read(problem.file).split("\n")[problem.line - 1]),
  );
  expect(texts.join("\n\n")).toBe(EXPECTED);
});

test("every code that the archive gives is among them", () => {
  const folder = new URL("../src/archive/", import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const codes = sources.join("\n").matchAll(/\bcode: "([a-z]+(?:-[a-z]+)+)"/g);
  for (const [, code] of codes) expect(EXPECTED).toContain(` ${code}\n`);
});
