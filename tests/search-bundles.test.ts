import { expect, test } from "vitest";
import { openNamelessArchive } from "../src/archive/open-archive.ts";
import { planBundles } from "../src/search/plan-bundles.ts";
import { storyText } from "../src/search/story-text.ts";

const NOON = "T12:00Z";

/** The bundles of a paper with so many stories on the days that are named. */
function bundlesOf(days: Readonly<Record<string, number>>): Map<string, string[]> {
  using archive = openNamelessArchive();
  let story = 0;
  for (const [day, count] of Object.entries(days)) {
    const at = Date.parse(day + NOON);
    for (let number = 0; number < count; number++) {
      archive.sql.run`INSERT INTO filings VALUES ('news', ${at}, ${story++})`;
    }
  }
  return planBundles(archive, "America/New_York", Date.parse(`2026-11-24${NOON}`));
}

test("a year of more stories than can be indexed at once stays in months", () => {
  expect([...bundlesOf({ "2001-07-19": 2_000, "2001-08-01": 2_000, "2002-01-01": 1 })]).toEqual([
    ["2002", ["2002"]],
    ["2001", ["2001"]],
  ]);
  expect([...bundlesOf({ "2001-07-19": 2_000, "2001-08-01": 2_001, "2002-01-01": 1 })]).toEqual([
    ["2002", ["2002"]],
    ["2001", ["2001-08", "2001-07"]],
  ]);
});

test.each([
  [
    "words of blocks are apart, words of inline markup are not",
    "<p>W<em>in</em>ds</p><ul><li>rise<li>fall</ul>",
    "Winds rise fall",
  ],
  ["signs are signs", "<p>A &amp;lt; B &lt;b&gt; &quot;C&quot;</p>", 'A &lt; B <b> "C"'],
  [
    "a box inside the text does not end it",
    "<p>One.</p><div class=box><div>Two.</div></div><p>Three.",
    "One. Two. Three.",
  ],
  [
    "what is drawn is left out",
    "<p>Map: <svg><g><title>Rome</title></g></svg>see.</p>",
    "Map: see.",
  ],
])("of a story, %s", (_rule, body, text) => {
  const page = `<h1>Headline</h1><div class="text e-content">${body}</div><p>Footer</p>`;
  expect(storyText(page)).toBe(text);
});

test("a page that shows no story has no text", () => {
  expect(storyText("<main><h1>Page not found</h1></main>")).toBeUndefined();
});
