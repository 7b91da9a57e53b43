import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";

const ROME = "/maps/rome-41.89n-12.51e.svg";
const SUVA = "/maps/suva-18.14s-178.43e.svg";

function storyAt(dateline: string): string {
  return `---\nheadline: Storm nears\nsection: world\npublished: 2026-11-20\ndateline: ${dateline}\n---\nWinds rise.\n`;
}

async function paperAt(...datelines: readonly string[]): Promise<TestPaper> {
  const paper = paperFrom("");
  datelines.forEach((dateline, index) => {
    paper.write(`stories/2026/11/storm-${index}.md`, storyAt(dateline));
  });
  await paper.build();
  return paper;
}

async function expectSameAsFull(paper: TestPaper): Promise<void> {
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}

test("a story shows the map of its place, and a second one there has no other drawn", async () => {
  const paper = await paperAt("ROME");
  const shown = `<use href="${ROME}#map"/>`;
  expect(paper.page("/2026/11/storm-0/")).toContain(shown);
  paper.write("stories/2026/11/calm.md", storyAt("ROME, Italy (AP)"));
  const { changes } = await paper.build();
  expect(paper.page("/2026/11/calm/")).toContain(shown);
  expect(
    [...changes.added, ...changes.changed].filter((page) => page.startsWith("/maps/")),
  ).toEqual([]);
  await expectSameAsFull(paper);
});

test("a dateline that changes takes its map along", async () => {
  const paper = await paperAt("ROME");
  paper.edit("stories/2026/11/storm-0.md", "ROME", "SUVA, Fiji");
  const { changes } = await paper.build();
  expect(changes.added).toEqual([SUVA]);
  expect(changes.removed).toEqual([ROME]);
  await expectSameAsFull(paper);
});

test("a map goes with the last story that shows it", async () => {
  const paper = await paperAt("ROME", "ROME");
  const withdraw = (number: number) =>
    paper.edit(
      `stories/2026/11/storm-${number}.md`,
      "section:",
      "status: withdrawn\nreason: Wrong.\nsection:",
    );
  withdraw(0);
  expect((await paper.build()).changes.removed).toEqual([]);
  expect(paper.page(ROME)).toBeDefined();
  withdraw(1);
  expect((await paper.build()).changes.removed).toContain(ROME);
  await expectSameAsFull(paper);
});

test("site.yaml moves a dateline, and its map", async () => {
  const paper = await paperAt("ROME", "ELBONIA");
  expect(paper.page("/2026/11/storm-1/")).not.toContain("<use");
  paper.write(
    "site.yaml",
    `${SITE_YAML}places:\n  ELBONIA: { latitude: 48, longitude: 30, name: Elbonia }\n  ROME: { latitude: 34.26, longitude: -85.16, name: Rome }\n`,
  );
  const { changes } = await paper.build();
  expect(changes.added).toEqual(["/maps/elbonia-48n-30e.svg", "/maps/rome-34.26n-85.16w.svg"]);
  expect(changes.removed).toEqual([ROME]);
  await expectSameAsFull(paper);
});

test("nothing tells where a draft was written", async () => {
  const paper = await paperAt("ROME");
  paper.edit("stories/2026/11/storm-0.md", "section:", "status: draft\nsection:");
  expect((await paper.build()).changes.removed).toContain(ROME);
  expect(paper.page("/")).not.toContain("Rome");
});
