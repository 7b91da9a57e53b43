import { chmodSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { beforeEach, describe, expect, test } from "vitest";
import { GONE_STORY } from "./support/gone-story.ts";
import { paperFrom } from "./support/paper-from.ts";
import { type Ask, hasBrotli, hasNginx, startNginx } from "./support/start-nginx.ts";

const STORM = "/2026/08/storm/";

/** Builds a paper, deploys it to where its url says, and asks for its pages. `at` is what stands before their addresses. */
async function served(
  path = "",
): Promise<{ ask: Ask; askInClear: Ask; at: (address: string) => string; style: string }> {
  const paper = paperFrom(`
-- stories/2026/08/storm.md --
---
headline: Storm nears
topics: [Wind]
published: 2026-08-01T09:00Z
aliases: [/old/storm/, "/World/Storm $5; {größer}'s.html"]
---
Winds rise.
${GONE_STORY}-- static/more/app.webmanifest --
{}
-- static/.well-known/security.txt --
Contact: mailto:desk@example.org
`);
  const twins = hasBrotli ? "[br, gz]" : "[gz]";
  paper.edit("site.yaml", "example.org\n", `example.org${path}\nhost: nginx\ntwins: ${twins}\n`);
  const { codes } = await paper.build();
  expect(codes).toEqual([]);
  const root = join(paper.folder, "www");
  mkdirSync(root);
  const folder = join(root, path);
  cpSync(paper.outputFolder, folder, { recursive: true });
  chmodSync(paper.folder, 0o755);
  const style = [...paper.output().keys()].find((file) => /^assets\/style\..*css$/.test(file));
  const asking = await startNginx(folder, root);
  return { ...asking, at: (address) => path + encodeURI(address), style: `/${style}` };
}

const SECURITY = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
];

describe.each(["", "/paper"])("nginx, for a paper at %j", (path) => {
  beforeEach(({ skip }) => {
    skip(
      !hasNginx,
      "nginx is not installed: apt-get install nginx libnginx-mod-http-brotli-static",
    );
  });

  test("C8.7 answers 301 from an old address, 410 with its page for a withdrawn story, 404 with the paper's", async () => {
    const { ask, at } = await served(path);
    expect((await ask(at(STORM))).body.toString()).toContain("Storm nears");
    for (const alias of ["/old/storm/", "/World/Storm $5; {größer}'s.html"]) {
      const moved = await ask(`${at(alias)}?from=feed`);
      expect([moved.status, moved.headers.location]).toEqual([301, `${at(STORM)}?from=feed`]);
    }
    const bare = await ask(at("/2026/08/storm"));
    expect([bare.status, bare.headers.location]).toEqual([301, at(STORM)]);
    const named = await ask(`${at(STORM)}index.html`);
    expect([named.status, named.headers.location]).toEqual([301, at(STORM)]);

    const gone = await ask(at("/2026/08/gone/"));
    expect(gone.status).toBe(410);
    expect(gone.body.toString()).toContain("It was wrong.");
    for (const address of ["/nowhere/", "/assets/style.css", "/2026/08/storm/x.html"]) {
      const missing = await ask(at(address));
      expect([address, missing.status]).toEqual([address, 404]);
      expect(missing.body.toString()).toContain("<h1>Page not found</h1>");
    }
  });

  test("C10.2 leads from http to https, and nobody to another host", async () => {
    const { ask, askInClear, at } = await served(path);
    const clear = await askInClear(`${at(STORM)}?a`, { Host: "evil.example" });
    expect([clear.status, clear.headers.location]).toEqual([
      301,
      `https://example.org${at(STORM)}?a`,
    ]);
    for (const start of ["//", "/\\", "/x//", "/x/\\"]) {
      const { status, headers } = await ask(`${start}evil.example/index.html`);
      expect([start, status, headers.location]).toEqual([start, 404, undefined]);
    }
  });

  test("C10.2 C10.3 sends every security header with every kind of answer", async () => {
    const { ask, at, style } = await served(path);
    const { headers } = await ask(at(STORM));
    const answers = {
      200: await ask(at(STORM)),
      "200 asset": await ask(at(style)),
      "200 feed": await ask(at("/world/feed.xml")),
      "200 search": await ask(at("/search/")),
      301: await ask(at("/old/storm/")),
      "301 folder": await ask(at("/2026/08/storm")),
      304: await ask(at(STORM), { "If-None-Match": String(headers.etag) }),
      404: await ask(at("/nowhere/")),
      "404 asset": await ask(at("/assets/nothing.css")),
      410: await ask(at("/2026/08/gone/")),
      416: await ask(at(style), { Range: "bytes=9999999-" }),
    };
    for (const [kind, { status, headers }] of Object.entries(answers)) {
      expect([kind, status]).toEqual([kind, Number(kind.slice(0, 3))]);
      const missing = SECURITY.filter((name) => headers[name] === undefined);
      expect([kind, missing]).toEqual([kind, []]);
      const isSearch = kind.includes("search");
      expect([kind, headers["content-security-policy"]?.includes("wasm-unsafe-eval")]).toEqual([
        kind,
        isSearch,
      ]);
      expect([kind, headers["cache-control"]?.includes("immutable")]).toEqual([
        kind,
        kind === "200 asset" || status === 416,
      ]);
    }
  });

  test("C10.1 lets names that carry a hash be kept for good, and pages for a minute, with a tag to ask again by", async () => {
    const { ask, at, style } = await served(path);
    const asset = await ask(at(style));
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const page = await ask(at(STORM));
    expect(page.headers["cache-control"]).toMatch(
      /^public, max-age=60, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    );
    for (const encoding of ["identity", "gzip"]) {
      const headers = { "Accept-Encoding": encoding };
      const { headers: sent } = await ask(at(STORM), headers);
      const again = await ask(at(STORM), { ...headers, "If-None-Match": String(sent.etag) });
      expect([encoding, again.status, again.body.length]).toEqual([encoding, 304, 0]);
    }
  });

  test("C10.1 sends the twin that a browser can read, and says that answers differ by that", async () => {
    const { ask, at, style } = await served(path);
    for (const address of [STORM, "/", style, "/2026/08/gone/"]) {
      const plain = await ask(at(address));
      const gzip = await ask(at(address), { "Accept-Encoding": "gzip" });
      expect([gzip.headers["content-encoding"], gzip.headers.vary]).toEqual([
        "gzip",
        "Accept-Encoding",
      ]);
      expect(gunzipSync(gzip.body)).toEqual(plain.body);
      if (!hasBrotli) continue;
      const br = await ask(at(address), { "Accept-Encoding": "gzip, deflate, br" });
      expect([br.headers["content-encoding"], br.headers.vary]).toEqual(["br", "Accept-Encoding"]);
      expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    }
  });

  test("C5.1 C6 C7 C10.3 says of each file what it is", async () => {
    const { ask, at, style } = await served(path);
    const types: Record<string, string> = {
      [STORM]: "text/html; charset=utf-8",
      [style]: "text/css; charset=utf-8",
      "/feed.xml": "application/rss+xml; charset=utf-8",
      "/corrections/feed.xml": "application/rss+xml; charset=utf-8",
      "/topics/wind/feed.xml": "application/rss+xml; charset=utf-8",
      "/world/atom.xml": "application/atom+xml; charset=utf-8",
      "/world/feed.json": "application/feed+json; charset=utf-8",
      "/world/latest.json": "application/json; charset=utf-8",
      "/more/app.webmanifest": "application/manifest+json",
      "/.well-known/security.txt": "text/plain; charset=utf-8",
    };
    for (const [address, type] of Object.entries(types)) {
      const { status, headers } = await ask(at(address));
      expect([address, status, headers["content-type"]]).toEqual([address, 200, type]);
    }
  });

  test("shows nobody its own files", async () => {
    const { ask, at } = await served(path);
    for (const file of ["/.nginx/server.conf", "/.nginx/2026-08.map", "/.dateline"]) {
      expect([file, (await ask(at(file))).status]).toEqual([file, 404]);
    }
  });

  test("C10.2 has a policy in which csp_evaluator finds nothing grave", async () => {
    const { ask, at } = await served(path);
    for (const address of [STORM, "/search/"]) {
      const policy = (await ask(at(address))).headers["content-security-policy"] as string;
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
      const grave = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
      expect(grave.map(({ description }) => description)).toEqual([]);
    }
  });
});
