import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { differences, fullOutput } from "./support/compare-output.ts";
import { GONE_STORY } from "./support/gone-story.ts";
import { PROJECT_FOLDER, paperFrom, type TestPaper } from "./support/paper-from.ts";

/** A paper with a host, a story that moved and one that was withdrawn. */
function paperFor(host: string, url = "https://example.org"): TestPaper {
  const paper = paperFrom(`
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
aliases: [/old/storm/, /2025/sturm größer.html]
---
Winds rise.
-- stories/2026/07/calm.md --
---
headline: All calm
published: 2026-07-01T09:00Z
aliases: [/old/calm/]
---
Winds fall.
${GONE_STORY}`);
  paper.edit("site.yaml", "url: https://example.org\n", `url: ${url}\nhost: ${host}\n`);
  return paper;
}

const STORM = "stories/2026/08/storm.md";

function serverFiles(paper: TestPaper): string[] {
  return [...paper.output().keys()].filter((file) => /^(_|\.nginx\/)/.test(file));
}

async function expectLikeFull(paper: TestPaper): Promise<void> {
  expect(differences(paper.output(), await fullOutput(paper))).toEqual([]);
}

test("a paper that names no host has no files for one", async () => {
  const paper = paperFor("nginx");
  paper.edit("site.yaml", "host: nginx\n", "");
  await paper.build();
  expect(serverFiles(paper)).toEqual([]);
});

test("another host has other files, and those of the one before go", async () => {
  const paper = paperFor("nginx");
  await paper.build();
  expect(serverFiles(paper)).toEqual([
    ".nginx/2026-07.map",
    ".nginx/2026-08.map",
    ".nginx/server.conf",
  ]);
  paper.edit("site.yaml", "host: nginx", "host: netlify");
  await paper.build();
  expect(serverFiles(paper)).toEqual(["_headers", "_redirects"]);
  await expectLikeFull(paper);
});

test("C8.7 nginx is told where a story moved to, and that another is gone", async () => {
  const paper = paperFor("nginx", "https://example.org/paper/");
  await paper.build();
  expect(utf8(paper.page("/.nginx/2026-08.map"))).toBe(
    `"/paper/2025/sturm größer.html" "/paper/2026/08/storm/";
"/paper/old/storm/" "/paper/2026/08/storm/";
"/paper/2026/08/gone/" gone;
`,
  );
});

test("C8.7 Netlify redirects past the page at an old address, and says of a withdrawn story that it is gone", async () => {
  const paper = paperFor("netlify");
  await paper.build();
  expect(paper.page("/_redirects")).toBe(
    `/2025/sturm%20gr%C3%B6%C3%9Fer.html /2026/08/storm/ 301!
/old/storm/ /2026/08/storm/ 301!
/old/calm/ /2026/07/calm/ 301!
/2026/08/gone/ /2026/08/gone/index.html 410!
`,
  );
});

test("C8.7 Cloudflare redirects, and can't say that a story is gone", async () => {
  const paper = paperFor("cloudflare");
  await paper.build();
  expect(paper.page("/_redirects")).toBe(
    `/2025/sturm%20gr%C3%B6%C3%9Fer.html /2026/08/storm/ 301
/old/storm/ /2026/08/storm/ 301
/old/calm/ /2026/07/calm/ 301
`,
  );
});

function utf8(latin1 = ""): string {
  return Buffer.from(latin1, "latin1").toString();
}

test("C10.2 pages may speak to the push service, and to nobody else", async () => {
  const paper = paperFor("netlify");
  paper.edit("site.yaml", "host:", "push: https://push.example.org/paper/\nhost:");
  await paper.build();
  const policies = paper.page("/_headers")?.match(/connect-src [^;]+/g);
  expect(policies).toEqual(Array(2).fill("connect-src 'self' https://push.example.org"));
});

test("C10.1 C10.2 C10.3 the headers of Netlify and Cloudflare differ only in how one is taken back", async () => {
  const [netlify, cloudflare] = [paperFor("netlify"), paperFor("cloudflare")];
  await netlify.build();
  await cloudflare.build();
  const headers = netlify.page("/_headers") ?? "";
  expect(headers).toMatch(/^\/\*\n( {2}[A-Z][\w-]+: .+\n)+\/assets\/\*\n/);
  for (const line of [
    "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self';",
    "  X-Content-Type-Options: nosniff\n",
    "  Referrer-Policy: strict-origin-when-cross-origin\n",
    "  Strict-Transport-Security: max-age=31536000\n",
    "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
    "/search/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';",
    "/feed.xml\n  Content-Type: application/rss+xml; charset=utf-8\n",
    "/:section/feed.json\n  Content-Type: application/feed+json; charset=utf-8\n",
  ]) {
    expect(headers).toContain(line);
  }
  expect(cloudflare.page("/_headers")?.replace(/^ {2}! .*\n/gm, "")).toBe(headers);
  expect(cloudflare.page("/_headers")).toContain(
    "/assets/*\n  ! Cache-Control\n  Cache-Control: public",
  );
});

test("a paper that is not served by https does not ask for it", async () => {
  const paper = paperFor("netlify", "http://example.org");
  await paper.build();
  expect(paper.page("/_headers")).not.toContain("Strict-Transport-Security");
});

test("a new alias rewrites the map of its story's month alone, and a new story none", async () => {
  const paper = paperFor("nginx");
  await paper.build();
  const lull = "---\nheadline: Lull\npublished: 2026-08-03\n---\nQuiet.\n";
  paper.write("stories/2026/08/lull.md", lull);
  expect(changedMaps(await paper.build())).toEqual([]);

  paper.edit("stories/2026/08/lull.md", "headline", "aliases: [/old/lull/]\nheadline");
  expect(changedMaps(await paper.build())).toEqual(["/.nginx/2026-08.map"]);
  await expectLikeFull(paper);

  paper.remove("stories/2026/07/calm.md");
  expect(changedMaps(await paper.build())).toEqual(["/.nginx/2026-07.map"]);
  await expectLikeFull(paper);
});

function changedMaps({ changes }: Awaited<ReturnType<TestPaper["build"]>>): string[] {
  return Object.values(changes)
    .flat()
    .filter((address) => address.startsWith("/.nginx/"));
}

test.each(["nginx", "netlify", "cloudflare"])(
  "for %s, whatever becomes of a story becomes of its addresses",
  async (host) => {
    const paper = paperFor(host);
    const redirects = () =>
      serverFiles(paper)
        .filter((file) => /map$|_redirects$/.test(file))
        .map((file) => paper.page(`/${file}`))
        .join("");
    await paper.build();
    for (const [edit, isThere] of [
      [() => paper.edit(STORM, "headline:", "status: draft\nheadline:"), false],
      [() => paper.edit(STORM, "status: draft\n", ""), true],
      // A page comes to stand at the old address, and goes.
      [() => paper.write("static/old/storm/index.html", "<!doctype html>"), false],
      [() => paper.remove("static/old/storm/index.html"), true],
      [() => paper.edit(STORM, "headline:", "status: withdrawn\nreason: Wrong.\nheadline:"), true],
      [() => paper.remove(STORM), false],
    ] as const) {
      edit();
      await paper.build();
      expect(redirects().includes("/old/storm/")).toBe(isThere);
      await expectLikeFull(paper);
    }
  },
);

test("nginx is told nothing of old addresses that it would take for the same, or for a page", async () => {
  const paper = paperFor("nginx");
  paper.edit(STORM, "aliases: [", "aliases: [/Old/Storm/, /2026/08/Storm/, /NEWS/storm/, ");
  paper.write("static/Old/Calm/index.html", "<!doctype html>");
  await paper.build();
  const maps = `${utf8(paper.page("/.nginx/2026-08.map"))}${utf8(paper.page("/.nginx/2026-07.map"))}`;
  expect(maps.match(/^"[^"]+"/gm)).toEqual([
    '"/2025/sturm größer.html"',
    '"/NEWS/storm/"',
    '"/2026/08/gone/"',
  ]);
  paper.remove("static/Old/Calm/index.html");
  paper.edit(STORM, "/Old/Storm/, /2026/08/Storm/, ", "");
  await paper.build();
  expect(paper.page("/.nginx/2026-07.map")).toContain('"/old/calm/"');
  expect(paper.page("/.nginx/2026-08.map")).toContain('"/old/storm/"');
  await expectLikeFull(paper);
});

test("a file of the newsroom can't stand where one for the host does", async () => {
  const paper = paperFor("netlify");
  paper.write("static/_headers", "/*\n  X-Old: 1\n");
  const { codes } = await paper.build();
  expect(codes).toEqual(["static-taken"]);
  expect(paper.page("/_headers")).toContain("Content-Security-Policy");
});

test("a host's limits are told, where site.yaml names it", async () => {
  const paper = paperFor("cloudflare", "https://example.org/paper/");
  const aliases = (from: number) =>
    Array.from({ length: 100 }, (_, number) => `/old/${from + number}/`).join(", ");
  for (let number = 0; number < 20; number++) {
    paper.write(
      `stories/2026/06/old-${number}.md`,
      `---\nheadline: Old\npublished: 2026-06-01\naliases: [${aliases(number * 100)}]\n---\nOld.\n`,
    );
  }
  const { problems } = await paper.build();
  expect(
    problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
  ).toEqual(["site.yaml:3:7 host-path", "site.yaml:3:7 host-redirects"]);
  expect(paper.page("/_redirects")?.split("\n")).toHaveLength(2_001);
  expect(paper.page("/_redirects")).toContain("/paper/old/storm/ ");
  // Whoever comes from there is led on by a page.
  expect(paper.page("/old/0/")).toContain("2026/06/old-0/");
});

test.each([
  ["nginx", []],
  ["netlify", ["host-twins"]],
  ["cloudflare", ["host-twins"]],
])("twins that nobody will ask %s for are told", async (host, expected) => {
  const paper = paperFor(host);
  paper.edit("site.yaml", "host:", "twins: [gz]\nhost:");
  expect((await paper.build()).codes).toEqual(expected);
});

test("the sample paper names a host", () => {
  const site = readFileSync(`${PROJECT_FOLDER}/content/site.yaml`, "utf8");
  expect(site).toMatch(/^host: nginx$/m);
});
