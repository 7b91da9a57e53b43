import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { paperFrom } from "./support/paper-from.ts";
import { toldPage } from "./support/told-page.ts";

test("C2.3 people, bureaus and agencies are told apart, and a bureau that becomes a person is", async () => {
  const paper = paperFrom(`
-- authors/rome-bureau.md --
---
name: Rome Bureau
kind: bureau
---
-- stories/2026/08/storm.md --
---
headline: Storm nears
byline: [rome-bureau, Ann Bay, Harbor News Agency]
source: { name: Harbor News Agency }
published: 2026-08-01T09:00Z
---
Winds rise.
`);
  const types = () =>
    toldPage(paper.outputFolder, "/2026/08/storm/").facts[0].author.map(
      (author: { "@type": string }) => author["@type"],
    );
  await paper.build();
  expect(types()).toEqual(["Organization", "Person", "Organization"]);
  paper.edit("authors/rome-bureau.md", "kind: bureau", "kind: person");
  await paper.build();
  expect(types()).toEqual(["Person", "Person", "Organization"]);
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
});
