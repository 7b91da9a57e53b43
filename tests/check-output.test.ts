import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, onTestFinished, test } from "vitest";
import { checkOutput } from "../src/check-output.ts";
import { buildSample } from "./support/build-sample.ts";
import { paperFrom, type TestPaper } from "./support/paper-from.ts";
import { runDateline } from "./support/run-dateline.ts";

const STORM = "2026/08/storm/index.html";

function paperWith(url = "https://example.org", host = "nginx"): TestPaper {
  const paper = paperFrom(`
-- stories/2026/08/storm.md --
---
headline: Storm nears
published: 2026-08-01T09:00Z
section: world
aliases: [/old/storm/]
---
Winds rise.

## Öl

[See](/2026/08/calm/#%C3%B6l).
-- stories/2026/08/calm.md --
---
headline: All calm
published: 2026-08-02T09:00Z
topics: [Wind & rain]
---
Winds fall.

## Öl

It stays.
-- stories/2026/08/secret.md --
---
headline: Zqsecret
published: 2026-12-24T09:00Z
---
Zqwords.
`);
  paper.edit("site.yaml", "https://example.org\n", `${url}\nhost: ${host}\ntwins: [br, gz]\n`);
  return paper;
}

function found(paper: TestPaper, changes?: string): string[] {
  const problems = checkOutput(paper.outputFolder, paper.cacheFolder, changes);
  return Array.from(
    problems,
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
}

/** Changes a file of the output, and its twins with it. */
function damage(paper: TestPaper, file: string, before: string | RegExp, after: string): void {
  const text = paper.output().get(file) ?? "";
  const damaged = text.replace(before, after);
  if (damaged === text) throw new Error(`Nothing to damage in ${file}: ${before}`);
  overwrite(paper, file, Buffer.from(damaged, "latin1"));
}

function overwrite(paper: TestPaper, file: string, bytes: string | Uint8Array): void {
  writeFileSync(join(paper.outputFolder, file), bytes);
  for (const twin of ["br", "gz"])
    rmSync(join(paper.outputFolder, `${file}.${twin}`), { force: true });
}

test("nothing is wrong with the sample paper", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await buildSample(folder, inject("sample"));
  expect([...checkOutput(join(folder, "_site"), join(folder, ".cache"), undefined)]).toEqual([]);
}, 180_000);

test.each(["https://example.org", "https://example.org/paper/"])(
  "nor with a paper at %s that was built",
  async (url) => {
    const paper = paperWith(url);
    await paper.build();
    expect(found(paper)).toEqual([]);
  },
);

const PAGE = "<!doctype html>\n<html><head><title>A</title>\n";

const FAULTS: Record<string, [damage: (paper: TestPaper) => void, found: RegExp[]]> = {
  "a page is missing": [
    (paper) => removeOutput(paper, "topics/wind-rain/index.html"),
    [/^2026\/08\/calm\/index\.html:\d+:\d+ output-link$/],
  ],
  "a picture's candidate is missing": [
    (paper) =>
      damage(paper, STORM, "</main>", '<img alt="" srcset="/a.jpg 1x, /404.html 2x">\n</main>'),
    [/^2026\/08\/storm\/index\.html:\d+:21 output-link$/],
  ],
  "a full address of the paper leads nowhere": [
    (paper) =>
      damage(
        paper,
        STORM,
        "</head>",
        '<script type="application/ld+json">{"url":"https://example.org/nowhere/"}</script></head>',
      ),
    [/^2026\/08\/storm\/index\.html:\d+:\d+ output-link$/],
  ],
  "a redirect leads nowhere": [
    (paper) => damage(paper, ".nginx/2026-08.map", "/2026/08/storm/", "/2026/08/strom/"),
    [/^\.nginx\/2026-08\.map:1:16 output-link$/],
  ],
  "a feed leads nowhere": [
    (paper) =>
      overwrite(paper, "notes.xml", "<a>\n<b>https://example.org/x/?a&amp;b</b>&lt;\n</a>"),
    [/^notes\.xml:2:4 output-link$/],
  ],
  "a fragment is on no page": [
    (paper) => damage(paper, STORM, "#%C3%B6l", "#%C3%A4l"),
    [/^2026\/08\/storm\/index\.html:\d+:\d+ output-fragment$/],
  ],
  "an id stands on a page twice": [
    (paper) => damage(paper, STORM, "</main>", '<p id="main"></p></main>'),
    [/^2026\/08\/storm\/index\.html:\d+:8 output-id$/],
  ],
  "a page says that it is another": [
    (paper) => damage(paper, STORM, /(rel="canonical" href=")[^"]*/, "$1https://example.org/"),
    [/^2026\/08\/storm\/index\.html:\d+:\d+ output-canonical$/],
  ],
  "a page does not say where it is": [
    (paper) => overwrite(paper, "notes.html", `${PAGE}</head></html>`),
    [/^notes\.html:1:1 output-canonical$/],
  ],
  "a sitemap names a page that is not to be found": [
    (paper) => overwrite(paper, "sitemap-2026-07.xml", sitemap("/404.html")),
    [/^sitemap-2026-07\.xml:1:19 output-sitemap$/],
  ],
  "a story is in no sitemap": [
    (paper) => overwrite(paper, "sitemap-2026-08.xml", sitemap("/2026/08/storm/")),
    [/^2026\/08\/calm\/index\.html:1:1 output-sitemap$/],
  ],
  "a story that is not published is named": [
    (paper) => overwrite(paper, "notes.txt", "Not yet:\n /2026/08/secret\n"),
    [/^notes\.txt:2:2 output-leak$/],
  ],
  "a story that is not published is there": [
    (paper) =>
      overwrite(paper, "2026/08/storm/x.json", '{"to":"https://example.org/2026/08/secret/"}'),
    [/^2026\/08\/storm\/x\.json:1:8 output-link$/, /^2026\/08\/storm\/x\.json:1:27 output-leak$/],
  ],
  "a story that is not published can be found": [
    (paper) => overwrite(paper, "a.pf_fragment", gzipSync('{"url":"/2026/08/secret/"}')),
    [/^a\.pf_fragment:1:1 output-leak$/],
  ],
  "a page is too heavy": [
    (paper) => damage(paper, STORM, "</main>", `${"Winds rise. ".repeat(10_000)}</main>`),
    [/^2026\/08\/storm\/index\.html:1:1 output-weight$/],
  ],
  "what browsers poll is too heavy": [
    (paper) =>
      overwrite(
        paper,
        "world/latest.json",
        JSON.stringify(Array.from({ length: 5_000 }, (_, n) => n * n)),
      ),
    [/^world\/latest\.json:1:1 output-weight$/],
  ],
  "a twin is older than its file": [
    (paper) => writeFileSync(join(paper.outputFolder, `${STORM}.gz`), gzipSync("Storm nears.")),
    [/^2026\/08\/storm\/index\.html\.gz:1:1 output-twin$/],
  ],
};

function removeOutput(paper: TestPaper, file: string): void {
  overwrite(paper, file, "");
  rmSync(join(paper.outputFolder, file));
}

function sitemap(address: string): string {
  return `<urlset><url><loc>https://example.org${address}</loc></url></urlset>`;
}

test.each(Object.entries(FAULTS))("it is found that %s", async (_, [fault, expected]) => {
  const paper = paperWith();
  await paper.build();
  // Others find what is in them.
  for (const file of paper.output().keys()) {
    if (/sitemap/.test(file)) rmSync(join(paper.outputFolder, file));
  }
  fault(paper);
  const problems = found(paper).filter((problem) => !problem.startsWith("robots.txt"));
  for (const pattern of expected) expect(problems).toContainEqual(expect.stringMatching(pattern));
  const codeOf = (text: string) => text.match(/output-\w+/)?.[0];
  expect(new Set(problems.map(codeOf))).toEqual(
    new Set(expected.map(({ source }) => codeOf(source))),
  );
});

test("what Cloudflare would refuse or leave out is found", async () => {
  const paper = paperWith("https://example.org", "cloudflare");
  await paper.build();
  expect(found(paper)).toEqual([]);
  overwrite(paper, "film.mp4", "");
  truncateSync(join(paper.outputFolder, "film.mp4"), 26 * 1024 * 1024);
  damage(paper, "_redirects", "/old/storm/", `/${"old".repeat(400)}/`);
  for (let number = 0; number < 20_000; number++)
    writeFileSync(join(paper.outputFolder, `${number}.bin`), "");
  expect(found(paper)).toEqual([
    "_headers:1:1 host-files",
    "_redirects:1:1 host-redirect-length",
    "film.mp4:1:1 host-file-size",
  ]);
}, 60_000);

test("only what a build changed is read, where its report is at hand", async () => {
  const paper = paperWith();
  await paper.build();
  damage(paper, "404.html", "</main>", '<p id="main"></p></main>');
  paper.edit("stories/2026/08/calm.md", "Winds fall.", "Winds fell.");
  const { changes } = await paper.build();
  const report = join(paper.folder, "report.json");
  writeFileSync(report, JSON.stringify({ changes }));
  expect(found(paper, report)).toEqual([]);
  expect(found(paper)).toEqual([expect.stringMatching(/^404\.html:\d+:8 output-id$/)]);

  writeFileSync(join(paper.outputFolder, "2026/08/calm/index.html.gz"), gzipSync("All calm."));
  expect(found(paper, report)).toEqual(["2026/08/calm/index.html.gz:1:1 output-twin"]);
  writeFileSync(
    report,
    JSON.stringify({ changes: { ...changes, added: ["/x/"], removed: ["/"] } }),
  );
  expect(found(paper, report)).toEqual([
    "2026/08/calm/index.html.gz:1:1 output-twin",
    "index.html:1:1 output-file",
    "x/index.html:1:1 output-file",
  ]);
});

test("the command shows where, and ends with 0, 1 or 2", async () => {
  const paper = paperWith();
  const check = (...args: string[]) => runDateline(paper.folder, ["check-output", ...args]);
  expect(check()).toMatchObject({ code: 2, stderr: expect.stringContaining("Publish it first") });
  await paper.build();
  expect(check()).toMatchObject({ code: 0, stderr: "No problems.\n" });
  overwrite(paper, "notes.txt", "Not yet: /2026/08/secret/\n");
  const { code, stdout, stderr } = check("--json");
  expect(code).toBe(1);
  expect(stderr).toContain(`notes.txt:1:10 error output-leak
/2026/08/secret/ is not published, and its address stands here.
  1 | Not yet: /2026/08/secret/
               ^^^^^^^^^^^^^^^
hint: `);
  expect(JSON.parse(stdout).problems).toHaveLength(1);
  overwrite(paper, "notes.txt", "");
  overwrite(paper, "notes.html", `${PAGE}</head></html>`);
  expect(check()).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("0 errors, 1 warning"),
  });
});
