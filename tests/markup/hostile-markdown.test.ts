import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectMarkdown } from "../../src/markup/inspect-markdown.ts";
import { type BodyContext, renderMarkdown } from "../../src/markup/markdown.ts";

const CONTEXT: BodyContext = {
  dateline: "ROME",
  links: { "/a/": "/paper/a/" },
  pictures: {
    "a.jpg": { address: "/paper/media/a.1f.jpg", width: 640, height: 360, renditions: [] },
  },
};

const rendered = (body: string) => renderMarkdown(body, CONTEXT).toString();

describe("A body that nests without end takes no more than its length", () => {
  test("quotations end at a depth of 100, and so does the text in them", () => {
    const page = rendered(`${"> ".repeat(10_000)}deep`);
    expect(page.match(/<blockquote>/g)).toHaveLength(100);
    expect(page.match(/<\/blockquote>/g)).toHaveLength(100);
  });

  test.each([
    ["[", 10_000],
    ["![", 10_000],
    ["*", 10_000],
    ["`", 10_000],
    ["<", 10_000],
    ["<a ", 10_000],
    ["[^", 5_000],
    ["_", 100_000],
  ])("a run of %s is shown as it is typed", (sign, count) => {
    const run = `a${sign.repeat(count)}b`;
    expect(rendered(run)).toBe(
      `<p><span class="filed p-location">ROME</span> — ${run.replaceAll("<", "&lt;")}</p>\n`,
    );
    expect(inspectMarkdown(run)).toEqual({ links: [], pictures: [], findings: [] });
  });

  test("a run of footnotes that are never closed is shown as it is typed", () => {
    const run = "[^".repeat(50_000);
    expect(rendered(`${run}\n\n[^a]: Note`)).toContain(` — ${run}</p>`);
  });

  test("a run of quotation marks is shown as curly ones", () => {
    const run = `a${'"'.repeat(10_000)}b`;
    expect(rendered(run).match(/[“”]/g)).toHaveLength(10_000);
  });

  test("brackets that nest and are all closed are one link at most", () => {
    const page = rendered(`${"[".repeat(10_000)}a${"](/a/)".repeat(10_000)}`);
    expect(page.match(/<a /g)).toHaveLength(1);
  });

  test("thousands of headings with the same words have different ids", () => {
    const ids = rendered("## Talks\n".repeat(10_000)).match(/id="[^"]*"/g);
    expect(new Set(ids).size).toBe(10_000);
  });
});

describe("Whatever is typed", () => {
  const PIECES = [
    ..."\n \t\\`*_~'\"<>&()[]!#|-:^.ax",
    ...["\n\n", "> ", "- ", "    ", "```\n", "~~~\n", "# ", "#### ", "\n---\n", "|a|b|\n|-|:-:|\n"],
    ...["::: figure\n", "::: pullquote\n", ":::: factbox T\n", "::: x\n", ":::\n", "::::\n"],
    ...["[^a]", "\n[^a]: ", "^[", "[a](/a/)", "[x](javascript:a)", "](", "![a](a.jpg)", "![](b)"],
    ...[
      "<https://a.example>",
      "<script>",
      "&#106;",
      "\u0000",
      "\u0301",
      "é",
      "[r]: data:x\n",
      "[r]",
    ],
  ];
  const bodies = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 60 })
    .map((part) => part.join(""));
  const always = (check: (body: string) => void) =>
    fc.assert(fc.property(bodies, check), { seed: 2001, numRuns: 3_000 });

  test("every element of the page is closed where it was opened, and none is unknown", () => {
    always((body) => {
      expect(unbalancedTag(rendered(body))).toBeUndefined();
    });
  });

  test("every link leads into the paper, to a part of the text, or to another site", () => {
    const allowed = /^(?:\/paper\/|#|https:\/\/a\.example)/;
    always((body) => {
      const page = rendered(body);
      for (const [, address = ""] of page.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        expect(address).toMatch(allowed);
        if (address.startsWith("#")) expect(page).toContain(` id="${decodeURI(address.slice(1))}"`);
      }
    });
  });

  test("no id is given twice", () => {
    always((body) => {
      const ids = rendered(body).match(/ id="[^"]*"/g) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("what an editor is told stands inside the body", () => {
    always((body) => {
      const lines = body.split(/\r\n?|\n/);
      const { links, pictures, findings } = inspectMarkdown(body);
      for (const { line, column, length } of [...links, ...pictures, ...findings]) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThan(0);
        expect(length).toBeGreaterThanOrEqual(0);
      }
    });
  });
});

const ELEMENTS =
  /^(?:p|h[2-6]|ul|ol|li|blockquote|pre|code|em|strong|s|a|sup|span|small|div|table|thead|tbody|tr|th|td|figure|figcaption|aside|section)$/;

/** The first tag that is unknown or does not fit; elements inside `a` or `p` that may not stand there too. */
function unbalancedTag(page: string): string | undefined {
  const open: string[] = [];
  for (const [tag, slash, name = ""] of page.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (/^(?:br|hr|img)$/.test(name)) continue;
    if (!ELEMENTS.test(name)) return tag;
    if (slash === "" && name === "a" && open.includes("a")) return tag;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1);
}
