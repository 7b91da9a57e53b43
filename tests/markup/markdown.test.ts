import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type BodyContext, renderMarkdown } from "../../src/markup/markdown.ts";
import { readCases } from "./read-cases.ts";

const ROME = { address: "/paper/media/rome.1f.jpg", width: 640, height: 360, renditions: [] };

const CONTEXT: BodyContext = {
  links: { "/old/": "/paper/new/", "/größe/": "/paper/gr%C3%B6%C3%9Fe/" },
  pictures: { "2001/07/rome.jpg": ROME, "2001/07/rome talks.jpg": ROME },
};

describe("A body is shown as its editor meant it", () => {
  test.each(readCases("markdown-cases.txt"))("$title", ({ source, expected }) => {
    expect(renderMarkdown(source, CONTEXT).toString().trim()).toBe(expected);
  });
});

describe("The dateline runs into the text", () => {
  const rendered = (body: string) =>
    renderMarkdown(body, { ...CONTEXT, dateline: "ROME" }).toString();
  const filed = '<span class="filed p-location">ROME</span> —';

  test("it begins the first paragraph and no other", () => {
    expect(rendered("One.\n\nTwo.")).toBe(`<p>${filed} One.</p>\n<p>Two.</p>\n`);
  });

  test("it leaves a picture, a heading, a list and a directive above the text alone", () => {
    const above = "![Rome](2001/07/rome.jpg)\n\n## Talks\n\n- a\n\n  b\n\n::: factbox\nF.\n:::\n\n";
    expect(rendered(`${above}One.`)).toContain(`</aside>\n<p>${filed} One.</p>`);
  });

  test("it is a paragraph of its own where the text has none", () => {
    expect(rendered("- a")).toBe(`<p>${filed}</p>\n<ul>\n<li>a</li>\n</ul>\n`);
    expect(rendered("")).toBe(`<p>${filed}</p>\n`);
    expect(rendered("# A[^a]\n\n[^a]: Note")).toContain(`<p>${filed}</p>\n<h2`);
  });

  test("it is shown as written, whatever signs it has", () => {
    const body = renderMarkdown("One.", { ...CONTEXT, dateline: "O'NEILL <Neb.>" });
    expect(body.toString()).toContain(
      `<span class="filed p-location">O'NEILL &lt;Neb.&gt;</span> — One.`,
    );
  });
});

describe("The story of 2001 is shown as a newspaper would set it", () => {
  const seed = readFileSync(new URL("story-of-2001.md", import.meta.url), "utf8");
  const paragraphs = renderMarkdown(seed, { ...CONTEXT, dateline: "ROME" })
    .toString()
    .split("\n");

  test("its first paragraph begins with the place", () => {
    expect(paragraphs[0]).toContain(
      '<p><span class="filed p-location">ROME</span> — Foreign Minister Igor Ivanov said Wednesday that',
    );
  });

  test("its stray quotation mark closes the quotation", () => {
    expect(paragraphs[6]).toBe(
      "<p>“Russia is prepared for a constructive dialogue [on strategic issues] which was stated by President [Vladimir] Putin” at his recent summit with Bush in Slovenia,” Ivanov told reporters with Powell at his side.</p>",
    );
  });
});
