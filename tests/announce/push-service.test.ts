import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { SubscriptionStore } from "../../src/announce/push/subscription-store.ts";
import { makeKeys, readKeys } from "../../src/announce/push/vapid-keys.ts";
import { ENDPOINT, PAPER, pushService, scratchFolder } from "../support/push-service.ts";
import { readerAt } from "../support/reader.ts";

const ALL = { after: 0, upTo: Number.MAX_SAFE_INTEGER };

describe("a reader", () => {
  test("is given the paper's key", async () => {
    const { ask, publicKey } = await pushService();
    const response = await ask("/key", { method: "GET" });
    expect(await response.json()).toEqual({ key: publicKey });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(PAPER);
    expect(response.headers.get("Cache-Control")).toBe("max-age=3600");
    expect(Buffer.from(publicKey, "base64url")).toHaveLength(65);
  });

  test("subscribes to everything, then to sections, then to everything again", async () => {
    const { ask, store } = await pushService();
    const { subscription } = readerAt(ENDPOINT);
    const wants = async (section?: string) => await store.count(ALL, section);
    const subscribe = async (choice: object) =>
      (await ask("/subscribe", { body: { subscription, ...choice } })).status;

    expect(await subscribe({})).toBe(201);
    expect([await wants("world"), await wants()]).toEqual([1, 1]);
    expect(await subscribe({ sections: ["world", "science"] })).toBe(204);
    expect([await wants("world"), await wants("sports"), await wants()]).toEqual([1, 0, 0]);
    expect(await subscribe({})).toBe(204);
    expect([await wants("world"), await wants("sports")]).toEqual([1, 0]);
    expect(await subscribe({ sections: null })).toBe(204);
    expect([await wants("world"), await wants()]).toEqual([1, 1]);
  });

  test("turns notifications off as easily, and twice if they like", async () => {
    const { ask, rows } = await pushService();
    const { subscription } = readerAt(ENDPOINT);
    await ask("/subscribe", { body: { subscription } });
    expect((await ask("/unsubscribe", { body: { endpoint: ENDPOINT } })).status).toBe(204);
    expect(await rows()).toEqual([]);
    expect((await ask("/unsubscribe", { body: { endpoint: ENDPOINT } })).status).toBe(204);
  });

  test("keeps the choice, and the place in the order, when the browser renews the subscription", async () => {
    const { ask, store } = await pushService();
    const old = readerAt(ENDPOINT).subscription;
    const renewed = readerAt(`${ENDPOINT}b`).subscription;
    await ask("/subscribe", { body: { subscription: old, sections: ["world"] } });
    const [before] = await store.list(ALL, "world", 9);
    const body = { subscription: renewed, replaces: ENDPOINT };
    expect((await ask("/subscribe", { body })).status).toBe(204);
    expect(await store.list(ALL, "world", 9)).toEqual([{ ...renewed, id: before?.id }]);
    expect(await store.count(ALL, undefined)).toBe(0);
  });

  test("is told by preflight that their page may ask", async () => {
    const { ask } = await pushService();
    const { status, headers } = await ask("/subscribe", { method: "OPTIONS" });
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(PAPER);
    expect(headers.get("Access-Control-Allow-Methods")).toBe("GET, POST");
    expect(headers.get("Access-Control-Allow-Headers")).toBe("Content-Type");
  });
});

test("nothing is stored but endpoint, keys and choice", async () => {
  const folder = scratchFolder();
  using store = new SubscriptionStore(folder);
  const { subscription } = readerAt(ENDPOINT);
  store.subscribe({ subscription, choice: ["world"] });
  using database = new DatabaseSync(join(folder, "subscriptions.sqlite"), { readOnly: true });
  expect(database.prepare("SELECT * FROM subscriptions").all()).toEqual([
    { id: 1, endpoint: ENDPOINT, ...subscription.keys, sections: '["world"]' },
  ]);
});

test("the number of a subscription is never given out again", () => {
  using store = new SubscriptionStore(scratchFolder());
  store.subscribe({ subscription: readerAt(ENDPOINT).subscription });
  store.unsubscribe(ENDPOINT);
  store.subscribe({ subscription: readerAt(ENDPOINT).subscription });
  return expect(store.newest()).resolves.toBe(2);
});

describe("keys", () => {
  test("are made once, for the owner alone to read", () => {
    const folder = scratchFolder();
    const keys = makeKeys(folder);
    expect(readKeys(folder)).toEqual(keys);
    expect(Buffer.from(keys.privateKey, "base64url")).toHaveLength(32);
    expect(statSync(join(folder, "vapid-keys.json")).mode & 0o777).toBe(0o600);
    expect(() => makeKeys(folder)).toThrow(join(folder, "vapid-keys.json"));
    expect(JSON.parse(readFileSync(join(folder, "vapid-keys.json"), "utf8"))).toEqual(keys);
  });
});
