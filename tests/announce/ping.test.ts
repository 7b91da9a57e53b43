import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { pingHub, tellSearchEngines } from "../../src/announce/ping.ts";
import { frameWith } from "../layouts/sample.ts";

const CHANGES = {
  added: ["/2026/11/storm/", "/2026/11/24/", "/assets/style.1a2b3c4d.css"],
  changed: ["/", "/feed.xml", "/world/atom.xml", "/latest/", "/2026/11/calm/"],
  removed: ["/2026/10/tide/", "/topics/tide/feed.xml"],
};

/** Somebody who is told something, and answers with a status. */
async function listener(status: number) {
  const asked: { method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", headers } = request;
    asked.push({ method, headers, body: await text(request) });
    response.writeHead(status, { Location: "http://127.0.0.1/" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test("C8.4 the hub is told of each feed that changed", async () => {
  const { asked, url: hub } = await listener(204);
  const { site } = frameWith({ hub });
  const addresses = ["/feed.xml", "/world/atom.xml"];
  expect(await pingHub(site, CHANGES)).toEqual([{ to: "hub", addresses }]);
  expect(asked).toMatchObject([
    { method: "POST", headers: { "content-type": expect.stringMatching(/x-www-form-urlencoded/) } },
  ]);
  expect([...new URLSearchParams(asked[0]?.body)]).toEqual([
    ["hub.mode", "publish"],
    ["hub.url", "https://example.org/feed.xml"],
    ["hub.url", "https://example.org/world/atom.xml"],
  ]);
});

test("C8.5 search engines are told of stories that are new, changed or gone", async () => {
  const { asked, url } = await listener(202);
  const { site } = frameWith({ indexNow: "0123456789abcdef" });
  const addresses = ["/2026/11/storm/", "/2026/11/calm/", "/2026/10/tide/"];
  expect(await tellSearchEngines(site, CHANGES, url)).toEqual([
    { to: "search engines", addresses },
  ]);
  expect(asked[0]?.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(JSON.parse(String(asked[0]?.body))).toEqual({
    host: "example.org",
    key: "0123456789abcdef",
    keyLocation: "https://example.org/0123456789abcdef.txt",
    urlList: addresses.map((address) => `https://example.org${address}`),
  });
});

test.each([307, 403, 422, 429, 500])("a refusal by HTTP %i is told", async (status) => {
  const { url } = await listener(status);
  const { site } = frameWith({ hub: url, indexNow: "0123456789abcdef" });
  expect(await pingHub(site, CHANGES)).toMatchObject([{ fault: `HTTP ${status}` }]);
  expect(await tellSearchEngines(site, CHANGES, url)).toMatchObject([{ fault: `HTTP ${status}` }]);
});

test("whoever is not there is told of as such, and nobody where there is nothing to tell", async () => {
  const { site } = frameWith({ hub: "http://127.0.0.1:1/", indexNow: "0123456789abcdef" });
  expect(await pingHub(site, CHANGES)).toMatchObject([{ fault: expect.any(String) }]);
  const nothing = { added: ["/"], changed: [], removed: [] };
  expect(await pingHub(site, nothing)).toEqual([]);
  expect(await tellSearchEngines(site, nothing, "http://127.0.0.1:1/")).toEqual([]);
  const { site: alone } = frameWith();
  expect(await pingHub(alone, CHANGES)).toEqual([]);
  expect(await tellSearchEngines(alone, CHANGES, "http://127.0.0.1:1/")).toEqual([]);
});
