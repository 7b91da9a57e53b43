import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { type Asked, ENDPOINT, PAPER, pushService } from "../support/push-service.ts";
import { readerAt } from "../support/reader.ts";

type Service = Awaited<ReturnType<typeof pushService>>;

/** After whatever was refused: nothing is stored, nothing broke, and a reader can subscribe. */
async function expectServing({ ask, rows, faults, pass }: Service): Promise<void> {
  expect(await rows()).toEqual([]);
  expect(faults).toEqual([]);
  pass(3_600_000);
  const { subscription } = readerAt(ENDPOINT);
  expect((await ask("/subscribe", { body: { subscription } })).status).toBe(201);
}

const subscriptionAt = (endpoint: string) => readerAt(endpoint).subscription;

describe("an endpoint that is not https at a public host is refused", () => {
  test.each([
    ["without TLS", "http://push.example.net/1"],
    ["of another protocol", "wss://push.example.net/1"],
    ["of a file", "file:///etc/passwd"],
    ["at the loopback address", "https://127.0.0.1/1"],
    ["at the loopback address, as one number", "https://2130706433/1"],
    ["at the loopback address, in octal", "https://0177.0.0.1/1"],
    ["at the loopback address, in hexadecimal", "https://0x7f.0.0.1/1"],
    ["at the loopback address, shortened", "https://127.1/1"],
    ["at the loopback address, in full-width digits", "https://１２７.0.0.1/1"],
    ["at no address", "https://0.0.0.0/1"],
    ["in a private network", "https://10.0.0.1/1"],
    ["of a cloud's own metadata", "https://169.254.169.254/latest/meta-data/"],
    ["at the IPv6 loopback address", "https://[::1]/1"],
    ["at a mapped IPv4 address", "https://[::ffff:10.0.0.1]/1"],
    ["at a mapped IPv4 address, in hexadecimal", "https://[::ffff:a00:1]/1"],
    ["at a link-local IPv6 address", "https://[fe80::1]/1"],
    ["at a unique local IPv6 address", "https://[fd00::1]/1"],
    ["at a public number", "https://93.184.215.14/1"],
    ["at this machine's name", "https://localhost/1"],
    ["below this machine's name", "https://push.localhost/1"],
    ["at this machine's name, with a dot", "https://localhost./1"],
    ["at a name without a domain", "https://intranet/1"],
    ["at a name of the local network", "https://printer.local/1"],
    ["at a name of a cloud's network", "https://metadata.google.internal/1"],
    ["at a port of its own", "https://push.example.net:22/1"],
    ["with a user's name", "https://push.example.net@127.0.0.1/1"],
    ["with a password", "https://a:b@push.example.net/1"],
    ["with a fragment", "https://push.example.net/1#2"],
    ["that is no address", "push.example.net"],
    ["that is empty", ""],
    ["whose name leads to this machine", "https://loopback.example.net/1"],
    ["whose name leads to a cloud's metadata", "https://metadata.example.net/1"],
    ["whose name leads into a private network", "https://router.example.net/1"],
    ["whose name leads into a private network too", "https://mixed.example.net/1"],
    ["whose name leads to the IPv6 loopback address", "https://six.example.net/1"],
    ["whose name leads to a mapped address", "https://mapped.example.net/1"],
    ["whose name leads to a unique local address", "https://unique.example.net/1"],
    ["whose name is translated into a private network", "https://nat64.example.net/1"],
    ["whose name leads through a tunnel to this machine", "https://tunnel.example.net/1"],
    ["whose name leads nowhere", "https://nowhere.example.net/1"],
  ])("%s", async (_title, endpoint) => {
    const service = await pushService();
    const response = await service.ask("/subscribe", {
      body: { subscription: subscriptionAt(endpoint) },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error: expect.stringContaining("endpoint") });
    await expectServing(service);
  });
});

describe("a subscription that nothing could be encrypted for is refused", () => {
  const good = subscriptionAt(ENDPOINT);
  const point = Buffer.from(good.keys.p256dh, "base64url");
  const offCurve = Buffer.concat([point.subarray(0, 64), Buffer.of((point[64] ?? 0) ^ 1)]);
  test.each([
    ["a point that is not on the curve", { ...good.keys, p256dh: offCurve.toString("base64url") }],
    ["a compressed point", { ...good.keys, p256dh: point.subarray(0, 33).toString("base64url") }],
    ["a key that is no base64url", { ...good.keys, p256dh: `${"A".repeat(86)}!` }],
    ["a short secret", { ...good.keys, auth: "AAAA" }],
    ["a secret that is a number", { ...good.keys, auth: 1 }],
    ["no keys", undefined],
  ])("%s", async (_title, keys) => {
    const service = await pushService();
    const body = { subscription: { endpoint: ENDPOINT, keys } };
    expect((await service.ask("/subscribe", { body })).status).toBe(422);
    await expectServing(service);
  });
});

describe("a request that is none of a page of the paper", () => {
  const body = { subscription: subscriptionAt(ENDPOINT) };
  const of = (bytes: number) => `{"subscription":"${"x".repeat(bytes)}"}`;
  test.each<[string, number, string, Asked]>([
    ["from another origin", 403, "/subscribe", { origin: "https://evil.example.org", body }],
    [
      "from the paper's name without TLS",
      403,
      "/subscribe",
      { origin: PAPER.replace("s:", ":"), body },
    ],
    [
      "from an origin that begins like the paper's",
      403,
      "/subscribe",
      { origin: `${PAPER}.evil.example`, body },
    ],
    ["from a sandboxed frame", 403, "/subscribe", { origin: "null", body }],
    ["from no origin", 403, "/subscribe", { origin: null, body }],
    [
      "a preflight from another origin",
      403,
      "/subscribe",
      { method: "OPTIONS", origin: "https://evil.example.org" },
    ],
    [
      "for the key from another origin",
      403,
      "/key",
      { method: "GET", origin: "https://evil.example.org" },
    ],
    ["that reads subscriptions", 405, "/subscribe", { method: "GET" }],
    ["that replaces them", 405, "/subscribe", { method: "PUT", body }],
    ["that deletes them", 405, "/unsubscribe", { method: "DELETE", body }],
    ["that writes the key", 405, "/key", { body }],
    ["for the database", 404, "/subscriptions.sqlite", { method: "GET" }],
    ["for a file outside", 404, "/..%2f..%2fetc%2fpasswd", { method: "GET" }],
    [
      "that is no JSON by its type",
      415,
      "/subscribe",
      { headers: { "Content-Type": "text/plain" }, body },
    ],
    [
      "that is a form",
      415,
      "/subscribe",
      { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body },
    ],
    ["that is no JSON", 400, "/subscribe", { body: '{"subscription":' }],
    ["that is empty", 400, "/subscribe", { body: "" }],
    [
      "that is nested deeply",
      422,
      "/subscribe",
      { body: `${"[".repeat(1_900)}${"]".repeat(1_900)}` },
    ],
    ["that is a list", 422, "/subscribe", { body: [] }],
    ["that is null", 422, "/subscribe", { body: "null" }],
    ["that means the prototype", 422, "/subscribe", { body: '{"__proto__":{"subscription":{}}}' }],
    ["with a body of more than 4 kB", 413, "/subscribe", { body: of(4_096) }],
    ["with a body of a megabyte", 413, "/subscribe", { body: of(1_000_000) }],
    [
      "with sections that are none",
      422,
      "/subscribe",
      { body: { ...body, sections: ["../world"] } },
    ],
    ["with no sections", 422, "/subscribe", { body: { ...body, sections: [] } }],
    ["with sections that are text", 422, "/subscribe", { body: { ...body, sections: "world" } }],
    ["to unsubscribe nothing", 422, "/unsubscribe", { body: {} }],
    ["to unsubscribe several", 422, "/unsubscribe", { body: { endpoint: [ENDPOINT] } }],
  ])("%s is refused", async (_title, status, path, asked) => {
    const service = await pushService();
    const response = await service.ask(path, asked);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
    await expectServing(service);
  });

  test("that has headers of 10 kB is refused", async () => {
    const service = await pushService();
    const headers = { "X-Much": "x".repeat(10_000) };
    expect((await service.ask("/subscribe", { headers, body })).status).toBe(431);
    await expectServing(service);
  });
});

describe("on the wire", () => {
  const head = (url: string, headers: string) =>
    `POST ${new URL(url).pathname}/subscribe HTTP/1.1\r\nHost: push\r\nOrigin: ${PAPER}\r\nContent-Type: application/json\r\n${headers}\r\n`;

  test.each([
    ["a body that never comes", "Content-Length: 100\r\n", "", 408],
    ["a body that stops", "Content-Length: 100\r\n", '{"subscription":', 408],
    ["a body in pieces that never end", "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n", 408],
    [
      "a body in pieces of more than 4 kB",
      "Transfer-Encoding: chunked\r\n",
      `2000\r\n${"x".repeat(8_192)}\r\n0\r\n\r\n`,
      413,
    ],
    ["a body of two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}", 400],
    [
      "a body with a length and in pieces",
      "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
      "0\r\n\r\n",
      400,
    ],
    ["a header that is none", "Not a header\r\n", "", 400],
  ])("%s is refused", async (_title, headers, body, status) => {
    const service = await pushService({ patienceMs: 200 });
    expect(await statusOf(service.url, head(service.url, headers) + body)).toBe(status);
    await expectServing(service);
  });

  test("headers that never end are refused", async () => {
    const service = await pushService({ patienceMs: 200 });
    expect(await statusOf(service.url, "POST /push/subscribe HTTP/1.1\r\nHost: push\r\n")).toBe(
      408,
    );
    await expectServing(service);
  });

  test("what is no HTTP is refused", async () => {
    const service = await pushService();
    expect(await statusOf(service.url, "\x16\x03\x01\x02\x00\x01\x00")).toBe(400);
    await expectServing(service);
  });
});

/** Of the answer to some bytes, after which the client waits. */
async function statusOf(url: string, bytes: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(await text(socket)) ?? [];
  return Number(status);
}

describe("a flood", () => {
  const REQUEST: Asked = { body: { subscription: subscriptionAt(ENDPOINT) } };

  test("from one address is stopped, and told when to come back", async () => {
    const { ask, pass } = await pushService();
    const statuses = [];
    for (let n = 0; n < 25; n++) statuses.push((await ask("/subscribe", REQUEST)).status);
    expect(statuses).toEqual([201, ...Array(19).fill(204), ...Array(5).fill(429)]);
    const refused = await ask("/subscribe", REQUEST);
    expect(refused.headers.get("Retry-After")).toBe("3");
    expect(refused.headers.get("Access-Control-Allow-Origin")).toBe(PAPER);
    pass(3_000);
    expect((await ask("/subscribe", REQUEST)).status).toBe(204);
    expect((await ask("/subscribe", REQUEST)).status).toBe(429);
  });

  const flood = async ({ ask }: Service, forwarded: (n: number) => string) => {
    const asked = { method: "GET", headers: { "X-Forwarded-For": "" } };
    const statuses = new Set<number>();
    for (let n = 0; n < 25; n++) {
      const headers = { "X-Forwarded-For": forwarded(n) };
      statuses.add((await ask("/key", { ...asked, headers })).status);
    }
    return [...statuses];
  };

  test("is stopped whatever it says of where it comes from", async () => {
    expect(await flood(await pushService(), (n) => `198.51.100.${n}`)).toEqual([200, 429]);
  });

  test("is told apart from other readers behind a proxy that we were told of", async () => {
    expect(await flood(await pushService({ proxies: 1 }), (n) => `198.51.100.${n}`)).toEqual([200]);
    const forged = (n: number) => `203.0.113.${n}, 198.51.100.7`;
    expect(await flood(await pushService({ proxies: 1 }), forged)).toEqual([200, 429]);
  });

  test("is stopped from all addresses of a network that one reader has", async () => {
    const host = (n: number) => `2001:db8:1:2::${n.toString(16)}`;
    expect(await flood(await pushService({ proxies: 1 }), host)).toEqual([200, 429]);
    const network = (n: number) => `2001:db8:1:${n.toString(16)}::1`;
    expect(await flood(await pushService({ proxies: 1 }), network)).toEqual([200]);
  });
});
