import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { whyUnanswered } from "../../src/announce/page-answers.ts";

/** A server that has one story, and other ideas of what to answer elsewhere. */
async function site(): Promise<string> {
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}/2026/11/storm/`;
    switch (request.url) {
      case "/2026/11/storm/":
        return void response.end(`<link rel="canonical" href="${url}">`);
      case "/2026/11/front/":
        return void response.end('<link rel="canonical" href="https://example.org/">');
      case "/2026/11/moved/":
        return void response.writeHead(302, { Location: url }).end(url);
      case "/2026/11/error/":
        return void response.writeHead(503).end();
      case "/2026/11/nothing/":
        return void request.socket.destroy();
      default:
        return void response.writeHead(404).end(`http://${request.headers.host}${request.url}`);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ["storm", undefined],
  ["front", "another page is there"],
  ["moved", "HTTP 302"],
  ["error", "HTTP 503"],
  ["gone", "HTTP 404"],
  ["nothing", "UND_ERR_SOCKET"],
])("%s", async (slug, reason) => {
  const url = `${await site()}/2026/11/${slug}/`;
  expect(await whyUnanswered(url, url)).toBe(reason);
});

test("a story from elsewhere names the page that it is a copy of", async () => {
  const url = `${await site()}/2026/11/front/`;
  expect(await whyUnanswered(url, "https://example.org/")).toBeUndefined();
});
