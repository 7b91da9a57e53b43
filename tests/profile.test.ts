import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { FAVICON } from "../src/model/crawler-page.ts";
import { ICONS } from "../src/model/icon.ts";
import { SHAPE_SLOTS } from "../src/model/picture.ts";
import type { Host } from "../src/model/site.ts";
import { Profile, type ProfileFigures } from "../src/profile.ts";
import { PROJECT_FOLDER, paperFrom, SITE_YAML, type TestPaper } from "./support/paper-from.ts";
import { runDateline } from "./support/run-dateline.ts";

/** A paper with a page of every layout, but for those of other hosts. */
function variedPaper(host: Host = "nginx"): TestPaper {
  const paper = paperFrom(`
-- media/harbor.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- static/notes.txt --
Copied.
-- site.yaml --
${SITE_YAML}security: { contact: security@example.org, expires: 2027-06-01 }
host: ${host}
-- pages/about.md --
---
title: About us
---
We print.
-- stories/2026/08/storm.md --
---
headline: Storm nears
dateline: ROME
section: world
aliases: [/storm/]
published: 2026-08-01T09:00Z
image: { src: harbor.svg, alt: The harbor }
corrections: [{ date: 2026-08-02, kind: correction, text: It was a gale. }]
---
Winds rise.
-- stories/2026/08/count.md --
---
headline: Votes are counted
kind: live
published: 2026-08-03T09:00Z
---
## 2026-08-03 12:00 Polls close

The count begins.
-- stories/2026/08/calm.md --
---
headline: All calm
published: 2026-08-02T09:00Z
status: withdrawn
reason: It was another day.
---
`);
  for (let number = 0; number < 12; number++) {
    paper.write(`stories/2026/07/sun-${number}.md`, paper.read("stories/2026/08/calm.md"));
  }
  return paper;
}

async function profileOf(paper: TestPaper): Promise<ProfileFigures & { rendered: number }> {
  const profile = new Profile();
  const { rendered } = await paper.build({ isFull: true, onPage: (_, page) => profile.add(page) });
  return { ...profile.figures, rendered };
}

test("every page counts for the layout that made it, and a file that is copied for none", async () => {
  const { layouts, rendered } = await profileOf(variedPaper());
  const elsewhere = await profileOf(variedPaper("netlify"));
  const made = new Set([...layouts, ...elsewhere.layouts].map(({ layout }) => layout));
  // What is drawn is no document.
  const [sources, typefaces] = [
    ["layouts/*.{ts,css}", "src/browser/*.ts", "src/browser/worker/notify.ts"],
    "layouts/fonts/*.woff2",
  ];
  const files = globSync(sources, {
    cwd: PROJECT_FOLDER,
    exclude: ["layouts/{icon,share-image}.ts"],
  });
  expect([...made].sort()).toEqual(files.sort());
  const icons = [...ICONS, FAVICON].length;
  const copied =
    globSync(typefaces, { cwd: PROJECT_FOLDER }).length + icons + SHAPE_SLOTS.length + 2;
  expect(layouts.reduce((sum, { pages }) => sum + pages, 0)).toBe(rendered - copied);
  expect(layouts.find(({ layout }) => layout.endsWith("withdrawal.ts"))).toMatchObject({
    kind: "story",
    pages: 13,
  });
});

test("ten pages are the slowest, and nothing took longer than the layouts together", async () => {
  const { layouts, slowest } = await profileOf(variedPaper());
  const seconds = layouts.reduce((sum, { seconds }) => sum + seconds, 0);
  const slow = slowest.map(({ seconds }) => seconds);
  expect(slow).toHaveLength(10);
  expect(slow).toEqual(slow.toSorted((a, b) => b - a));
  expect(slow.reduce((sum, seconds) => sum + seconds)).toBeLessThanOrEqual(seconds);
  expect(slow.at(-1)).toBeGreaterThan(0);
});

test("build --profile prints both, and --json has them", () => {
  const { stderr, stdout } = runDateline(variedPaper().folder, ["build", "--profile", "--json"]);
  expect(stderr).toMatch(/^layout: kind of page +pages +seconds +ms a page$/m);
  expect(stderr).toMatch(/^layouts\/withdrawal\.ts: story +13 +\d+\.\d+ +\d+\.\d+$/m);
  expect(stderr).toMatch(/^slowest +ms\n\/.* +\d+\.\d+$/m);
  expect(JSON.parse(stdout).profile).toEqual({
    layouts: expect.any(Array),
    slowest: expect.any(Array),
  });
  expect(
    JSON.parse(runDateline(variedPaper().folder, ["build", "--json"]).stdout),
  ).not.toHaveProperty("profile");
});
