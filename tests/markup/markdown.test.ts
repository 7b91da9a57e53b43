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

describe("A text that is one of several on its page", () => {
  const rendered = (body: string, level: 2 | 4, anchors: readonly string[] = []) =>
    renderMarkdown(body, { ...CONTEXT, part: { id: "post-1405", level, anchors } }).toString();

  test("has ids of its own for headings and footnotes, which its links lead to", () => {
    const text = rendered("### Ice\n\n[Up](#post-1405-ice), then.[^a]\n\n[^a]: Note", 4);
    expect(text).toContain('<h4 id="post-1405-ice">Ice</h4>');
    expect(text).toContain('<a href="#post-1405-ice">Up</a>');
    expect(text).toContain('<a href="#fn-post-1405-1" id="fnref-post-1405-1">');
    expect(text).toContain('<li id="fn-post-1405-1"');
    expect(text).toContain('<a href="#fnref-post-1405-1"');
  });

  test("has headings below the one that stands above it, whatever is typed", () => {
    const typed = "# A\n\n### B\n\n#### C\n\n###### D\n\n::: factbox E\nF\n:::";
    const levels = (level: 2 | 4) => rendered(typed, level).match(/<h\d/g);
    expect(levels(4)).toEqual(["<h4", "<h4", "<h5", "<h6", "<h4"]);
    expect(levels(2)).toEqual(["<h2", "<h2", "<h3", "<h5", "<h2"]);
  });

  test("links to the others that are there", () => {
    expect(rendered("[a](#post-0900) [b](#post-1000)", 4, ["post-0900"])).toBe(
      '<p><a href="#post-0900">a</a> b</p>\n',
    );
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

  test("it begins the first point of a text that is a list", () => {
    expect(rendered("- a\n- b")).toBe(`<ul>\n<li>${filed} a</li>\n<li>b</li>\n</ul>\n`);
    expect(rendered("1. a\n\n   b")).toContain(`<p>${filed} a</p>\n<p>b</p>`);
  });

  test("it is a paragraph of its own where the text has none", () => {
    expect(rendered("| a |\n| - |")).toContain(`<p>${filed}</p>\n<div class="table"`);
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
