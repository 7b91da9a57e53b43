import { describe, expect, test } from "vitest";
import { parseStory } from "../../src/content/parse-story.ts";
import { codes, contextWith, parse, siteFrom, storyFrom, storyText } from "./sample-context.ts";

const at = (iso: string) => Date.parse(iso);

describe("A story without errors", () => {
  test("is what its file says, with the defaults of the paper", () => {
    expect(storyFrom("published: 2026-08-01T09:00Z")).toEqual({
      path: "stories/2026/08/storm.md",
      address: "/2026/08/storm/",
      publication: {
        state: "published",
        at: at("2026-08-01T09:00Z"),
        day: "2026-08-01",
        hasTime: true,
        modifiedAt: at("2026-08-01T09:00Z"),
      },
      kind: "news",
      headline: "Storm nears",
      byline: [],
      published: { at: at("2026-08-01T09:00Z"), day: "2026-08-01", hasTime: true },
      topics: [],
      corrections: [],
      language: "en-US",
      aliases: [],
      bodyHash: expect.stringMatching(/^[0-9a-f]{32}$/),
      links: [],
      pictures: [],
    });
  });

  test("names authors by their key and others by their name", () => {
    const { byline } = storyFrom("byline: [rome-bureau, Jane Doe]");
    expect(byline).toEqual([{ key: "rome-bureau" }, { name: "Jane Doe" }]);
    expect(storyFrom("byline: Jane Doe").byline).toEqual([{ name: "Jane Doe" }]);
  });

  test("shows the newest correction first, and was modified by it", () => {
    const story = storyFrom(`
updated: 2026-08-02
corrections:
  - { date: 2026-08-03, kind: correction, text: First. }
  - { date: 2026-08-04, kind: clarification, text: Second. }`);
    expect(story.corrections.map(({ text }) => text)).toEqual(["Second.", "First."]);
    expect(story.publication).toMatchObject({ modifiedAt: at("2026-08-04T04:00Z") });
  });

  test("lists its pictures and links once, the lead picture first", () => {
    const text = storyText(
      "image: { src: storm.jpg, alt: Waves }",
      "[a](/about/#x) [b](/about/) ![Pier](2026/pier.jpg) ![Waves](storm.jpg)",
    );
    const { story, links } = parseStory("stories/2026/08/storm.md", text, contextWith());
    expect(story).toMatchObject({ links: ["/about/"], pictures: ["storm.jpg", "2026/pier.jpg"] });
    expect(links).toEqual([
      { address: "/about/", line: 6, column: 5, length: 9 },
      { address: "/about/", line: 6, column: 20, length: 7 },
    ]);
  });

  test("has its texts trimmed and in one form of Unicode", () => {
    expect(storyFrom('headline: "  Orka\\u0301n nears "').headline).toBe("Orkán nears");
  });

  test("has its old addresses decoded, each once", () => {
    const { aliases } = storyFrom("aliases: [/caf%C3%A9/, /café/, /2001/summit.html]");
    expect(aliases).toEqual(["/café/", "/2001/summit.html"]);
  });
});

describe("The moment of a story", () => {
  test("is the later of publication and embargo", () => {
    const publication = (embargo: string) =>
      storyFrom(`published: 2026-08-01 20:00\nembargo: ${embargo}`).publication;
    expect(publication("2026-08-02T06:00Z")).toMatchObject({
      at: at("2026-08-02T06:00Z"),
      day: "2026-08-02",
    });
    expect(publication("2026-08-01T06:00Z")).toMatchObject({
      at: at("2026-08-02T00:00Z"),
      day: "2026-08-01",
    });
  });

  test("is the start of the day in the paper's zone where no time is given", () => {
    expect(storyFrom("").publication).toMatchObject({
      at: at("2026-08-01T04:00Z"),
      hasTime: false,
    });
  });

  test("may lie on the day of an update without a time", () => {
    expect(codes(parse("published: 2026-08-01 20:00\nupdated: 2026-08-01").problems)).toEqual([]);
    expect(codes(parse("published: 2026-08-01 20:00\nupdated: 2026-08-01 19:00").problems)).toEqual(
      ["updated-before-published"],
    );
  });
});

const TOMORROW = "published: 2026-11-25T12:00Z";
const WITHDRAWN = "status: withdrawn\nreason: It was wrong.";

describe("What the world gets of a story", () => {
  test.each([
    ["", "published", "published"],
    ["status: draft", "draft", "draft"],
    [TOMORROW, "scheduled", "scheduled"],
    [WITHDRAWN, "withdrawn", "withdrawn"],
    [`${WITHDRAWN}\n${TOMORROW}`, "scheduled", "scheduled"],
  ])("%j is %s", (yaml, status, state) => {
    expect(parse(yaml)).toMatchObject({ status, story: { publication: { state } } });
  });

  test.each([
    ["", undefined],
    ["status: draft", "draft"],
    [TOMORROW, "scheduled"],
  ])("%j is shown in a preview, with what it is", (yaml, preview) => {
    const { publication } = storyFrom(yaml, { isPreview: true });
    expect(publication).toMatchObject({ state: "published", ...(preview && { preview }) });
  });

  test.each([
    ["headline: [x]", "published"],
    ["headline: [x]\nstatus: draft", "draft"],
    [`headline: [x]\n${WITHDRAWN}`, "withdrawn"],
    ["headline: [x]\nstatus: drafft", "unreadable"],
    ["headline: [x]\nstatus:", "unreadable"],
    ["headline: [x]\nstatus: [draft]", "unreadable"],
    ["headline: x: y\nstatus: ready # since noon", "unparsed"],
    ["headline: x: y\nstatus: drafft", "unreadable"],
    ["headline: x: y\nstatus: Withdrawn", "unreadable"],
    ["headline: x: y\nstatus: “withdrawn”", "unreadable"],
    ["headline: x: y\nstatus:withdrawn", "withdrawn"],
    ["headline: x: y\n  status: 'withdrawn'", "withdrawn"],
    ["headline: x: y\nstatus:", "unreadable"],
    ["headline: x: y\nsummary: status: draft", "unparsed"],
    ["headline: x: y\nstatus: draft", "draft"],
    ["headline: x: y\nstatus: 'withdrawn' # by court", "withdrawn"],
    ["headline: x\nheadline: y\nstatus: withdrawn\nreason: z", "withdrawn"],
  ])("%j has an error and is %s", (yaml, status) => {
    const result = parse(yaml);
    expect(result.status).toBe(status);
    expect(result.story).toBeUndefined();
  });
});

describe("A story is looked at again when time changes what it is", () => {
  test.each([
    ["published: 2026-08-01T09:00Z", ["2026-08-01T09:00Z"]],
    ["status: draft\nupdated: 2027-01-01T00:00Z", []],
    [TOMORROW, ["2026-11-25T12:00Z"]],
    ["published: 2026-08-01T09:00Z\nupdated: 2027-01-01T00:00Z", ["2027-01-01T00:00Z"]],
    ["published: 2026-08-01T09:00Z\nupdated: 2027-01-01T00:00Z\nsection: wrold", []],
    [
      "kind: live\npublished: 2026-08-01T09:00Z\nended: 2026-08-01T10:00Z\ncorrections: [{ date: 2026-08-01T08:00Z, kind: correction, text: x }]",
      ["2026-08-01T10:00Z"],
    ],
  ])("%j", (yaml, expected) => {
    expect(parse(yaml).dueAt).toEqual(expected.map(at));
  });

  test("an update of tomorrow is an error today and none tomorrow", () => {
    const yaml = "updated: 2026-11-25T12:00Z";
    expect(codes(parse(yaml).problems)).toEqual(["updated-after-now"]);
    expect(parse(yaml, { now: at("2026-11-25T12:00Z") }).story).toBeDefined();
  });
});

test("the same key means the section of one paper and an error of another", () => {
  const site = siteFrom(`
name: Other
url: https://example.org
language: fa
zone: Asia/Tehran
sections: { sports: { name: Sports } }`);
  expect(codes(parse("section: world", { site }).problems)).toEqual(["section-unknown"]);
  expect(storyFrom("section: sports", { site }).language).toBe("fa");
});

test("others can point at a key or a value of the file", () => {
  const { placeOf } = parse("aliases: [/a/, /b/]\nimage:\n  src: storm.jpg\n  alt: Waves");
  expect(placeOf(["aliases", 1], "value")).toEqual({ line: 4, column: 16, length: 3 });
  expect(placeOf(["image", "src"], "key")).toEqual({ line: 6, column: 3, length: 3 });
  expect(placeOf(["canonical"], "value")).toEqual({ line: 1, column: 1, length: 3 });
});

test("a picture whose name is in another Unicode form is to be named again", () => {
  const { problems } = parse("image: { src: orkán.svg, alt: Waves }", {
    hasPicture: () => false,
    pictureNames: () => ["orka\u0301n.svg"],
  });
  expect(problems).toMatchObject([
    { code: "path-nfc", hint: "Type the name again: media/orkán.svg" },
  ]);
});
