import { expect, test } from "vitest";
import { jsonLd } from "../../src/markup/json-ld.ts";

const BEFORE = '<script type="application/ld+json">';
const AFTER = "</script>";

test.each([
  "</script><script>alert(1)</script>",
  "</SCRIPT >",
  "<!--<script>",
  "]]>",
  "a line\u2028and a paragraph\u2029after it",
  `"quoted" \\ and 'single' & &lt;`,
  "half a character: \ud83d",
])("the headline %j can't end the script, and machines read it as it was written", (headline) => {
  const script = jsonLd({ "@type": "NewsArticle", headline }).toString();
  expect(script.startsWith(BEFORE) && script.endsWith(AFTER)).toBe(true);
  const json = script.slice(BEFORE.length, -AFTER.length);
  expect(json).not.toMatch(/[<\u2028\u2029\ud800-\udfff]/);
  expect(JSON.parse(json)).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline,
  });
});
