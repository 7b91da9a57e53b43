import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";

const PAPER = `
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
---
Winds rise [after a calm](/2026/08/calm/).
-- stories/2026/08/calm.md --
---
headline: All calm
published: 2026-08-02T09:00Z
---
Winds fall.
`;

const STORM = "stories/2026/08/storm.md";
const CALM = "stories/2026/08/calm.md";

/** `code` and the place of each problem, `file:line`. */
function problemsOf({ problems }: Awaited<ReturnType<TestPaper["build"]>>): string[] {
  return problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

async function expectLikeFull(paper: TestPaper): Promise<void> {
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}

test("a published story that is made a draft again disappears, with a warning", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.edit(CALM, "headline", "status: draft\nheadline");

  const report = await paper.build();
  expect(problemsOf(report)).toEqual([`story-unpublished ${CALM}:2`]);
  expect(report.changes.removed).toEqual([
    "/2026/08/02/",
    "/2026/08/02/ninjs.json",
    "/2026/08/calm/",
  ]);
  expect((await paper.build()).codes).toEqual([]);
  await expectLikeFull(paper);
});

test("a file that moves without an alias leaves nothing, with a warning that says what to add", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.move(CALM, "stories/2026/07/lull.md");

  const report = await paper.build();
  expect(problemsOf(report)).toEqual(["story-moved stories/2026/07/lull.md:1"]);
  expect(report.problems[0]?.hint).toBe("aliases: [/2026/08/calm/]");
  expect(paper.page("/2026/08/calm/")).toBeUndefined();
  await expectLikeFull(paper);
});

for (const [to, side] of [
  ["stories/2026/07/lull.md", "before"],
  ["stories/2026/09/lull.md", "behind"],
] as const) {
  test(`a file that moves, to ${side} its old place, leads on from there by its alias`, async () => {
    const paper = paperFrom(PAPER);
    paper.edit(CALM, "headline", "aliases: [/older/calm/]\nheadline");
    await paper.build();
    paper.move(CALM, to);
    paper.edit(to, "aliases: [/older/calm/]", "aliases: [/older/calm/, /2026/08/calm/]");

    const address = to.replace("stories", "").replace(".md", "/");
    expect((await paper.build()).codes).toEqual([]);
    expect(paper.page("/2026/08/calm/")).toContain(`url=${address}`);
    expect(paper.page("/older/calm/")).toContain(`url=${address}`);
    expect(paper.page("/2026/08/storm/")).toContain(`href="${address}"`);
    await expectLikeFull(paper);
  });
}

test("a file that moves back leads on from where it was meanwhile", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.move(CALM, "stories/2026/09/lull.md");
  paper.edit("stories/2026/09/lull.md", "headline", "aliases: [/2026/08/calm/]\nheadline");
  await paper.build();
  paper.move("stories/2026/09/lull.md", CALM);
  paper.edit(CALM, "/2026/08/calm/", "/2026/09/lull/");

  expect((await paper.build()).codes).toEqual([]);
  expect(paper.page("/2026/09/lull/")).toContain("url=/2026/08/calm/");
  await expectLikeFull(paper);
});

test("an alias can pass from one story to another", async () => {
  const paper = paperFrom(PAPER);
  for (const [from, to] of [
    [STORM, CALM],
    [CALM, STORM],
  ] as const) {
    paper.edit(from, "headline", "aliases: [/old/]\nheadline");
    await paper.build();
    paper.edit(from, "aliases: [/old/]\n", "");
    paper.edit(to, "headline", "aliases: [/old/]\nheadline");
    expect((await paper.build()).codes).toEqual([]);
    await expectLikeFull(paper);
    paper.edit(to, "aliases: [/old/]\n", "");
    await paper.build();
  }
});

test("two stories can exchange their aliases", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "headline", "aliases: [/one/]\nheadline");
  paper.edit(CALM, "headline", "aliases: [/two/]\nheadline");
  await paper.build();
  paper.edit(STORM, "/one/", "/two/");
  paper.edit(CALM, "/two/", "/one/");

  expect((await paper.build()).codes).toEqual([]);
  expect(paper.page("/one/")).toContain("url=/2026/08/calm/");
  await expectLikeFull(paper);
});

test("two stories can't have the same alias: the second has an error until the first gives it up", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "headline", "aliases: [/old/]\nheadline");
  paper.edit(CALM, "headline", "aliases: [/old/]\nheadline");

  const report = await paper.build();
  expect(problemsOf(report)).toEqual([`alias-taken ${STORM}:2`]);
  expect(paper.page("/old/")).toContain("url=/2026/08/calm/");
  expect(paper.page("/2026/08/storm/")).toBeUndefined();

  paper.edit(CALM, "aliases: [/old/]\n", "");
  expect((await paper.build()).codes).toEqual([]);
  expect(paper.page("/old/")).toContain("url=/2026/08/storm/");
  await expectLikeFull(paper);
});

test("a published story that takes another's alias stays as it was, with its own aliases", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "headline", "aliases: [/one/]\nheadline");
  paper.edit(CALM, "headline", "aliases: [/two/]\nheadline");
  await paper.build();
  const before = paper.output();
  paper.edit(STORM, "/one/", "/two/");

  expect(await paper.build()).toMatchObject({ codes: ["alias-taken"], kept: 1 });
  expect(paper.output()).toEqual(before);
  expect(await paper.build({ isFull: true })).toMatchObject({ codes: ["alias-taken"], kept: 1 });
  expect(paper.output()).toEqual(before);
});

test("an alias can't be an address of the paper's own pages", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(STORM, "headline", "aliases: [/world/]\nheadline");

  expect((await paper.build()).codes).toEqual(["alias-taken"]);
});

for (const [alias, owner] of [
  [CALM, STORM],
  [STORM, CALM],
] as const) {
  test(`a story beats the alias of another: ${owner}`, async () => {
    const paper = paperFrom(PAPER);
    const address = owner.replace("stories", "").replace(".md", "/");
    paper.edit(alias, "headline", `aliases: [${address}]\nheadline`);

    expect(problemsOf(await paper.build())).toEqual([`alias-shadowed ${alias}:2`]);
    expect(paper.page(address)).not.toContain("url=");
    paper.remove(owner);
    await paper.build();
    expect(paper.page(address)).toContain("url=");
    await expectLikeFull(paper);
  });
}

test("an editors' page beats the alias of a story", async () => {
  const paper = paperFrom(PAPER);
  paper.write("pages/about.md", "---\ntitle: About us\n---\nWe print.\n");
  paper.edit(STORM, "headline", "aliases: [/about/]\nheadline");

  expect(problemsOf(await paper.build())).toEqual([`alias-shadowed ${STORM}:2`]);
  expect(paper.page("/about/")).toContain("We print.");
});

test("a file that is published as it is beats the alias of a story", async () => {
  const paper = paperFrom(PAPER);
  paper.write("static/old/index.html", "As it is.");
  paper.edit(STORM, "headline", "aliases: [/old/]\nheadline");

  expect(problemsOf(await paper.build())).toEqual([`alias-shadowed ${STORM}:2`]);
  expect(paper.page("/old/")).toBe("As it is.");
});

test("names that differ in case or Unicode form alone are an error", async () => {
  const paper = paperFrom(PAPER);
  const text = paper.read(CALM);
  paper.write("stories/2026/08/CALM.md", text);
  paper.write("stories/2026/08/caf\u00e9.md", text);
  paper.write("stories/2026/08/cafe\u0301.md", text);

  const { problems } = await paper.build();
  expect(paper.page("/2026/08/calm/")).toContain("All calm");
  paper.edit(CALM, "Winds fall", "Winds fell");
  await paper.build();
  expect(paper.page("/2026/08/calm/")).toContain("Winds fell");
  const cases = problems.filter(({ code }) => code === "path-case").map(({ file }) => file);
  expect(cases).toEqual(["stories/2026/08/CALM.md", "stories/2026/08/cafe\u0301.md"]);
});

test("a file that is renamed to another case is no error", async () => {
  const paper = paperFrom(PAPER);
  const first = "stories/2026/08/Calm.md";
  paper.move(CALM, first);
  await paper.build();
  paper.move(first, CALM);

  expect((await paper.build()).codes).toEqual([]);
  await expectLikeFull(paper);
});

test("a link to nothing is shown as text, until what it leads to is published", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(CALM, "headline", "status: draft\nheadline");

  expect(problemsOf(await paper.build())).toEqual([`link-dead ${STORM}:5`]);
  expect(paper.page("/2026/08/storm/")).toContain("<p>Winds rise after a calm.</p>");
  paper.edit(CALM, "status: draft\n", "");
  const { changes } = await paper.build();
  expect(changes.changed).toContain("/2026/08/storm/");
  expect(paper.page("/2026/08/storm/")).toContain('<a href="/2026/08/calm/">after a calm</a>');
  await expectLikeFull(paper);
});

test("a link becomes text when what it leads to goes", async () => {
  const paper = paperFrom(PAPER);
  await paper.build();
  paper.remove(CALM);

  expect((await paper.build()).changes.changed).toContain("/2026/08/storm/");
  expect(paper.page("/2026/08/storm/")).toContain("<p>Winds rise after a calm.</p>");
  await expectLikeFull(paper);
});

test("a link waits for a scheduled story's moment", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(CALM, "2026-08-02", "2026-12-02");
  await paper.build();
  expect(paper.page("/2026/08/storm/")).toContain("<p>Winds rise after a calm.</p>");
  paper.now = Temporal.Instant.from("2026-12-02T09:00Z").epochMilliseconds;
  await paper.build();

  expect(paper.page("/2026/08/storm/")).toContain('<a href="/2026/08/calm/">');
  await expectLikeFull(paper);
});

test("a policy that leads nowhere is not linked, with a warning, until its page is there", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(
    "site.yaml",
    "sections:",
    "organization: { policies: { ethicsPolicy: /ethics/ } }\nsections:",
  );

  expect(problemsOf(await paper.build())).toEqual(["link-dead site.yaml:5"]);
  expect(paper.page("/")).not.toContain("/ethics/");
  paper.write("pages/ethics.md", "---\ntitle: Ethics\n---\nWe try.\n");
  expect(await paper.build()).toMatchObject({ codes: [], reasons: ["policies"] });
  for (const address of ["/", "/2026/08/storm/", "/ethics/"]) {
    expect(paper.page(address)).toContain('href="/ethics/"');
  }
  paper.remove("pages/ethics.md");
  expect((await paper.build()).codes).toEqual(["link-dead"]);
  expect(paper.page("/2026/08/storm/")).not.toContain("/ethics/");
  await expectLikeFull(paper);
});

test("a static file or picture whose name differs in case alone from another's stays away, and the other stays", async () => {
  const paper = paperFrom(PAPER);
  const picture = (title: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`;
  paper.edit(CALM, "Winds fall.", "[Logo](/logo.txt)\n\n![A](map.svg)\n\n![B](Map.svg)");
  paper.write("static/Logo.txt", "Second");
  paper.write("static/logo.txt", "First");
  paper.write("media/Map.svg", picture("Second"));
  paper.write("media/map.svg", picture("First"));

  const cases = ["path-case media/Map.svg:1", "path-case static/Logo.txt:1"];
  for (const isFull of [false, false, true]) {
    expect(problemsOf(await paper.build({ isFull }))).toEqual(cases);
    expect(paper.page("/logo.txt")).toBe("First");
    const files = [...paper.output().keys()].join("\n");
    expect(files).toMatch(/^media\/map\.\w+\.svg$/m);
    expect(files).not.toMatch(/Logo|Map/);
  }
  paper.remove("static/logo.txt");
  paper.remove("media/Map.svg");
  paper.edit(CALM, "![B](Map.svg)", "");
  expect(problemsOf(await paper.build())).toEqual([`link-dead ${CALM}:5`]);
  expect(paper.page("/Logo.txt")).toBe("Second");
});

test("a static file that comes beside one with the same name in another case is the one to be renamed", async () => {
  const paper = paperFrom(PAPER);
  paper.write("static/Logo.txt", "First");
  await paper.build();
  paper.write("static/logo.txt", "Second");
  for (const isFull of [false, false, true]) {
    expect(problemsOf(await paper.build({ isFull }))).toEqual(["path-case static/logo.txt:1"]);
    expect(paper.page("/Logo.txt")).toBe("First");
    expect(paper.page("/logo.txt")).toBeUndefined();
  }
  paper.remove("static/Logo.txt");
  expect((await paper.build()).codes).toEqual([]);
  expect(paper.page("/logo.txt")).toBe("Second");
});

test("a static file that is renamed to another case is no error", async () => {
  const paper = paperFrom(PAPER);
  paper.write("static/Logo.txt", "First");
  for (const [from, to] of [
    ["static/Logo.txt", "static/logo.txt"],
    ["static/logo.txt", "static/LOGO.txt"],
  ] as const) {
    await paper.build();
    paper.move(from, to);
    expect((await paper.build()).codes).toEqual([]);
    expect(paper.page(to.slice("static".length))).toBe("First");
    await expectLikeFull(paper);
  }
});

test("nobody is led to a static file that has an error", async () => {
  const paper = paperFrom(PAPER);
  paper.edit(CALM, "Winds fall.", "[Kit](/press)");
  paper.write("static/press", "Write to us.");

  expect((await paper.build()).codes).toEqual(["static-name", "link-dead"]);
  expect(paper.page("/2026/08/calm/")).not.toContain('href="/press"');
});

test("the hint for a policy names a file that would be at its address", async () => {
  const paper = paperFrom(PAPER);
  const policies = "{ ethicsPolicy: /ethics/, masthead: /about/who/ }";
  paper.edit("site.yaml", "sections:", `organization: { policies: ${policies} }\nsections:`);

  expect((await paper.build()).problems.map(({ hint }) => hint)).toEqual([
    "Write it: content/pages/ethics.md.",
    "Give the address of a page that is there, as /ethics/ for content/pages/ethics.md.",
  ]);
});
