import { expect, test } from "vitest";
import { trustedHtml } from "../../src/markup/html.ts";
import { openingWords } from "../../src/markup/opening-words.ts";

test.each([
  [
    '<h2>Storm</h2>\n<p><span>ROME</span> — Winds &amp; <a href="/">rain</a> rise.</p><p>Two.</p>',
    "ROME — Winds & rain rise.",
  ],
  [
    '<p>It rose<sup class="footnote-ref"><a href="#fn1">[1]</a></sup>, &quot;they&quot; say: a &lt; b.</p>',
    'It rose, "they" say: a < b.',
  ],
  ["<p></p>", undefined],
  ["<ul><li>One</li></ul>", undefined],
])("%j opens with %j", (body, words) => {
  expect(openingWords(trustedHtml(body))).toBe(words);
});

test("a long paragraph ends with a whole word, one without spaces anywhere", () => {
  const words = openingWords(trustedHtml(`<p>${"Winds rise. ".repeat(30)}</p>`));
  expect(words).toBe(`${"Winds rise. ".repeat(13)}… `.trim());
  expect(openingWords(trustedHtml(`<p>${"風".repeat(300)}</p>`))).toBe(`${"風".repeat(160)} …`);
});
