// The push service of the load run: counts what arrives for each endpoint, checks every signature, decrypts one message in a
// hundred, and has endpoints that are gone, slow or failing.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { decryptPush, verifyVapid } from "../tests/support/decrypt-push.ts";
import { CERTIFICATE } from "../tests/support/push-server.ts";
import type { Reader } from "../tests/support/reader.ts";
import { endpointKind, SAMPLED, SLOW_MS } from "./push-endpoints.ts";

export interface Arrivals {
  readonly messages: number;
  /** Endpoints that took a message. */
  readonly told: number;
  /** Endpoints that took two. */
  readonly twice: number;
  /** Messages that were decrypted, as a reader does. */
  readonly read: number;
}

const [count, readersFile = ""] = process.argv.slice(2);
const readers: Record<string, { privateKey: string } & Pick<Reader, "subscription">> = JSON.parse(
  readFileSync(readersFile, "utf8"),
);
const taken = new Uint8Array(Number(count));
const tried = new Uint8Array(Number(count));
const signed = new Set<string>();
let arrivals: Arrivals = { messages: 0, told: 0, twice: 0, read: 0 };

const server = createServer(CERTIFICATE, async (request, response) => {
  const body = await buffer(request);
  const index = Number(request.url?.slice(1));
  arrivals = { ...arrivals, messages: arrivals.messages + 1 };
  requireSigned(request.headers.authorization);
  const status = statusOf(index);
  if (status === 201) take(index, body);
  if (endpointKind(index) === "slow") await sleep(SLOW_MS);
  response.writeHead(status, status === 503 ? { "Retry-After": "2" } : {}).end();
});

/** A token is good for many messages, and checked once. */
function requireSigned(header: string | undefined): void {
  if (header !== undefined && signed.has(header)) return;
  verifyVapid(header);
  signed.add(String(header));
}

function statusOf(index: number): number {
  const attempt = Number(tried[index]);
  tried[index] = attempt + 1;
  switch (endpointKind(index)) {
    case "gone":
      return 410;
    case "recovering":
      return attempt < 2 ? 503 : 201;
    case "failing":
      return 503;
    default:
      return 201;
  }
}

function take(index: number, body: Buffer): void {
  const isFirst = taken[index] === 0;
  taken[index] = 1;
  const reader = index % SAMPLED === 0 ? readers[index] : undefined;
  if (reader !== undefined) {
    const privateKey = Buffer.from(reader.privateKey, "base64url");
    JSON.parse(decryptPush(body, { ...reader, privateKey }));
  }
  arrivals = {
    ...arrivals,
    told: arrivals.told + (isFirst ? 1 : 0),
    twice: arrivals.twice + (isFirst ? 0 : 1),
    read: arrivals.read + (reader === undefined ? 0 : 1),
  };
}

server.listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port });
process.on("message", () => process.send?.(arrivals));
