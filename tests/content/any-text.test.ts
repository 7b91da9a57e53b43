import fc from "fast-check";
import { expect, test } from "vitest";
import { parseStory } from "../../src/content/parse-story.ts";
import { storySchema } from "../../src/content/story-schema.ts";
import { formatProblem } from "../../src/desk/format-problem.ts";
import { contextWith } from "./sample-context.ts";

const keys = Object.keys(storySchema.entries);
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json(),
  fc.constantFrom(
    "draft",
    "2026-08-01",
    "2026-11-25T12:00Z",
    "[a, b]",
    "&a x",
    "*a",
    "|",
    "!!x y",
    "{ src: x }",
  ),
);
const line = fc
  .tuple(fc.oneof(fc.constantFrom(...keys), fc.string()), value)
  .map(([key, text]) => `${key}: ${text}`);
const source = fc
  .tuple(fc.array(line), fc.string({ unit: "grapheme" }))
  .map(
    ([lines, body]) =>
      `---\nheadline: Storm\npublished: 2026-08-01\n${lines.join("\n")}\n---\n${body}`,
  );

test("any text is a story or has an error that stands somewhere in it", () => {
  fc.assert(
    fc.property(fc.oneof(source, fc.string({ unit: "binary" })), (text) => {
      const { story, problems } = parseStory("stories/2026/08/storm.md", text, contextWith());
      const lines = text.split(/\r\n?|\n/);
      expect(story === undefined).toBe(problems.some(({ severity }) => severity === "error"));
      for (const problem of problems) {
        const shown = lines[problem.line - 1];
        expect(shown).toBeDefined();
        expect(problem.column).toBeLessThanOrEqual((shown as string).length + 1);
        expect(formatProblem(problem, shown)).not.toMatch(/(?![\t\n])\p{Cc}/u);
      }
    }),
    { numRuns: 2000 },
  );
});
