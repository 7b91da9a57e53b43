import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { servePush } from "../../src/announce/push/serve-push.ts";
import { SubscriptionStore } from "../../src/announce/push/subscription-store.ts";
import { makeKeys } from "../../src/announce/push/vapid-keys.ts";

export const PAPER = "https://paper.example.org";
export const ENDPOINT = "https://push.example.net/v1/0001";

/** Where every name leads in the tests' own internet, but for these. */
const PUBLIC = ["93.184.215.14"];

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "nowhere.example.net": [],
  "push.example.net": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
  "loopback.example.net": ["127.0.0.1"],
  "metadata.example.net": ["169.254.169.254"],
  "router.example.net": ["192.168.0.1"],
  "mixed.example.net": ["93.184.215.14", "10.0.0.1"],
  "six.example.net": ["::1"],
  "mapped.example.net": ["::ffff:10.0.0.1"],
  "unique.example.net": ["fd00::1"],
  "nat64.example.net": ["64:ff9b::a00:1"],
  "tunnel.example.net": ["2002:7f00:1::"],
};

export const resolveInTest = async (name: string) =>
  (ADDRESSES[name] ?? PUBLIC).map((address) => ({
    address,
    family: address.includes(":") ? 6 : 4,
  }));

/** A folder that is gone when the test is finished. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-push-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Asked {
  readonly method?: string;
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The service, and how a page of the paper asks it. */
export async function pushService({ proxies = 0, patienceMs = 10_000, origin = PAPER } = {}) {
  const folder = scratchFolder();
  const { publicKey } = makeKeys(folder);
  const store = new SubscriptionStore(folder);
  let now = 0;
  const faults: unknown[] = [];
  const server = await servePush(
    {
      origin,
      base: "/push",
      publicKey,
      proxies,
      store,
      resolve: resolveInTest,
      now: () => now,
      report: (fault) => faults.push(fault),
    },
    { host: "127.0.0.1", port: 0, patienceMs },
  );
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    store[Symbol.dispose]();
  });
  const ask = (path: string, { method = "POST", origin = PAPER, headers, body }: Asked = {}) =>
    fetch(server.url + path, {
      method,
      headers: {
        ...(origin !== null && { Origin: origin }),
        "Content-Type": "application/json",
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    url: server.url,
    publicKey,
    store,
    faults,
    ask,
    close: () => server[Symbol.asyncDispose](),
    /** Time passes, so that no flood is seen where none is meant. */
    pass: (ms: number) => {
      now += ms;
    },
    /** What is stored: rows as they are. */
    rows: async () =>
      await store.list({ after: 0, upTo: Number.MAX_SAFE_INTEGER }, undefined, 1000),
  };
}
