import type { LookupAddress } from "node:dns";
import { Agent } from "node:https";
import { expect, test } from "vitest";
import type { Message } from "../../src/announce/announcement.ts";
import { Postman } from "../../src/announce/postman.ts";
import { isPublicAddress } from "../../src/announce/public-address.ts";
import { PrivateHost, publicLookup } from "../../src/announce/public-lookup.ts";
import { makeKeys } from "../../src/announce/push/vapid-keys.ts";
import { CONTACT } from "../support/announcing.ts";
import { resolveInTest, scratchFolder } from "../support/push-service.ts";
import { readerAt } from "../support/reader.ts";

test.each([
  "0.0.0.0",
  "10.255.255.255",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.168.255.255",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:93.184.215.14",
  "::ffff:7f00:1",
  "::127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::",
  "3fff::1",
  "fc00::1",
  "fd12:3456:789a::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "localhost",
  "2130706433",
  "0x7f.1",
  "",
])("%s is no public address", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "1.1.1.1",
  "93.184.215.14",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2a00:1450:4001:830::200a",
])("%s is a public address", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const MESSAGE: Message = { payload: "{}", topic: "storm", urgency: "normal" };
const NOW = Temporal.Instant.from("2026-11-24T12:00Z").epochMilliseconds;

function sendTo(host: string) {
  const agent = new Agent({ lookup: publicLookup(resolveInTest) });
  const postman = new Postman(agent, { ...makeKeys(scratchFolder()), contact: CONTACT });
  return postman.send(readerAt(`https://${host}/1`).subscription, MESSAGE, 60, NOW);
}

test.each([
  "loopback.example.net",
  "metadata.example.net",
  "router.example.net",
  "mixed.example.net",
  "six.example.net",
  "mapped.example.net",
  "nat64.example.net",
])("nothing connects to %s, whose name leads inside", async (host) => {
  const reason = "The endpoint is at no public host.";
  expect(await sendTo(host)).toEqual({ kind: "refused", reason });
});

test("a host whose name leads nowhere for now may be there later", async () => {
  expect(await sendTo("nowhere.example.net")).toEqual({ kind: "later" });
});

test("a socket gets the very addresses that were found public", async () => {
  const look = (name: string, all: boolean) =>
    new Promise((resolve, reject) =>
      publicLookup(resolveInTest)(name, { all }, (error, address, family) =>
        error ? reject(error) : resolve(all ? address : [address, family]),
      ),
    );
  const both: LookupAddress[] = [...(await resolveInTest("push.example.net"))];
  expect(await look("push.example.net", true)).toEqual(both);
  expect(await look("push.example.net", false)).toEqual(["93.184.215.14", 4]);
  await expect(look("mixed.example.net", false)).rejects.toThrow(PrivateHost);
});
