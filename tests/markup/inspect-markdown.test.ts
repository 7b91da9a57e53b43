import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectMarkdown } from "../../src/markup/inspect-markdown.ts";
import type { Place } from "../../src/markup/passage.ts";
import { readCases } from "./read-cases.ts";

/** What stands in the body at a place, as an editor's program would mark it. */
function marked(body: string, { line, column, length }: Place): string {
  const text = (body.split(/\r\n?|\n/)[line - 1] as string).slice(column - 1, column - 1 + length);
  return `${line}:${column} «${text}»`;
}

function linksOf(body: string): string[] {
  return inspectMarkdown(body).links.map((link) => `${marked(body, link)} ${link.address}`);
}

describe("An editor is told what to mend", () => {
  test.each(readCases("inspection-cases.txt"))("$title", ({ source, expected }) => {
    const findings = inspectMarkdown(source).findings.map(
      ({ severity, code, hint, ...place }) =>
        `${marked(source, place)} ${severity} ${code}\nhint: ${hint}`,
    );
    expect(findings.join("\n")).toBe(expected);
  });

  test("a message says what readers see", () => {
    expect(inspectMarkdown("<b>").findings).toEqual([
      expect.objectContaining({
        message: 'HTML isn\'t used in stories: readers see "<b>" as it is typed.',
      }),
    ]);
  });
});

describe("Links inside the paper are found where they are typed", () => {
  test("without query and fragment, and not percent-encoded", () => {
    expect(linksOf("See\n[a](/gr%C3%B6%C3%9Fe/?a#b), [b]( </c d/> 'title').")).toEqual([
      "2:5 «/gr%C3%B6%C3%9Fe/?a#b» /größe/",
      "2:34 «</c d/>» /c d/",
    ]);
  });

  test("in lists, quotations, tables, titles, footnotes and around pictures", () => {
    const body = `- [a](/a/)\n\n> b\n> [b](/b/)\n\n|[c](/c/)|[c](/c/)|\n|-|-|\n|\\||[d](/d/)|\n
::: factbox [e](/e/)\n:::\n\nText[^g]\n\n[^g]: [g](/g/)\n\n[![h](h.jpg)](/h/)`;
    expect(linksOf(body)).toEqual([
      "1:7 «/a/» /a/",
      "4:7 «/b/» /b/",
      "6:6 «/c/» /c/",
      "6:15 «/c/» /c/",
      "8:9 «/d/» /d/",
      "10:17 «/e/» /e/",
      "17:15 «/h/» /h/",
      "15:11 «/g/» /g/",
    ]);
  });

  test("by the linked text where the address is typed elsewhere", () => {
    expect(linksOf("The [talks][t] in Rome.\n\n[t]: /talks/")).toEqual(["1:6 «talks» /talks/"]);
  });

  test("whatever ends the lines", () => {
    expect(linksOf("One.\r\n\r\nTwo\r\n[a](/a/)")).toEqual(["4:5 «/a/» /a/"]);
  });

  test("with accents in one form, whichever was typed", () => {
    expect(linksOf("[a](/e\u0301/)")).toEqual(["1:5 «/e\u0301/» /\u00e9/"]);
  });
});

test("pictures are found with their file and what is told of them", () => {
  const body = 'Text ![Powell *and* "Ivanov"](<2001/rome talks.jpg>)';
  const { pictures } = inspectMarkdown(body);
  expect(pictures).toEqual([
    { src: "2001/rome talks.jpg", alt: 'Powell and "Ivanov"', line: 1, column: 31, length: 21 },
  ]);
});

test("a story in plain text needs no inspection", () => {
  expect(inspectMarkdown('"Yes," he said.\n\n- a\n\n> b')).toEqual({
    links: [],
    pictures: [],
    findings: [],
  });
});

test("what is found does not depend on the plain text around it", () => {
  const blocks = [
    ...[
      "Plain.",
      "- a\n- b",
      "1. a",
      "> a",
      "a\n===",
      "a\n---",
      "***",
      "| a |\n| - |\n| b |",
      "```",
      "~~~",
    ],
    ...[
      "[a](/a/)",
      "> [b](/b/)",
      "- [c](x:y)",
      "# d",
      "#### e",
      "<b>",
      "[^f]",
      "[^f]: [g][]",
      "[g]: /g/",
    ],
    ...[
      "::: figure",
      ":::",
      "  [h](/h/)",
      "    <i>",
      "![](i.jpg)",
      "> ```",
      "- ```",
      "[g\n\n]: /j/",
      "",
    ],
  ];
  // A line of spaces says nothing, but has all of the text parsed.
  const whole = (body: string) => inspectMarkdown(`${body}\n\n \n`);
  const text = fc.array(fc.constantFrom(...blocks), { maxLength: 8 });
  const bodies = fc
    .tuple(text, fc.constantFrom("\n\n", "\n\n\n"))
    .map(([parts, gap]) => parts.join(gap));
  fc.assert(
    fc.property(bodies, (body) => {
      expect(inspectMarkdown(body)).toEqual(whole(body));
    }),
    { numRuns: 2_000 },
  );
});
