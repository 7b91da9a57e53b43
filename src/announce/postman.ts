import type { IncomingMessage } from "node:http";
import { type Agent, request } from "node:https";
import webPush from "web-push";
import type { Instant } from "../model/instant.ts";
import type { Message } from "./announcement.ts";
import { refuseEndpoint } from "./endpoint.ts";
import { PrivateHost } from "./public-lookup.ts";
import type { Subscription } from "./subscriptions.ts";

/** How a push service took a message. */
export type Answer =
  /** It has it. */
  | { readonly kind: "taken" }
  /** It knows the subscription no more. */
  | { readonly kind: "gone" }
  /** It does not have it, and may take it later: after as long as it says. */
  | { readonly kind: "later"; readonly afterMs?: number }
  /** It will not take it. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It was sent the message, and did not answer: it may have it or not. */
  | { readonly kind: "silent" };

export interface PaperKeys {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service can write to: `mailto:…` or `https://…` */
  readonly contact: string;
}

const TIMEOUT_MS = 15_000;

/** Of what a push service answers, nothing is read but the head. */
const LARGEST_ANSWER = 65_536;

/** A token is good for so long; twice as long is the most (RFC 8292). */
const TOKEN_MS = 12 * 60 * 60 * 1000;

/** As many push services there are not; who makes names up is not remembered. */
const REMEMBERED_TOKENS = 100;

/** Encrypts messages for subscriptions (RFC 8291) and takes them to their push services. Follows no redirect. */
export class Postman {
  readonly #agent: Agent;
  readonly #keys: PaperKeys;
  readonly #tokens = new Map<string, { readonly header: string; readonly staleAt: Instant }>();

  /** @param agent connects to hosts: in earnest to public ones alone, see `publicLookup`. */
  constructor(agent: Agent, keys: PaperKeys) {
    this.#agent = agent;
    this.#keys = keys;
  }

  /** @param ttlSeconds how long a push service may keep the message for a browser that is not there. */
  async send(
    subscription: Subscription,
    { payload, topic, urgency }: Message,
    ttlSeconds: number,
    now: Instant,
  ): Promise<Answer> {
    const { endpoint } = subscription;
    const reason = refuseEndpoint(endpoint);
    if (reason !== undefined) return { kind: "refused", reason };
    const { headers, body } = webPush.generateRequestDetails(subscription, payload, {
      TTL: ttlSeconds,
      topic,
      urgency,
      contentEncoding: "aes128gcm",
      headers: { Authorization: this.#token(new URL(endpoint).origin, now) },
    });
    return await post(endpoint, headers, body, this.#agent, now);
  }

  #token(audience: string, now: Instant): string {
    const known = this.#tokens.get(audience);
    if (known !== undefined && known.staleAt > now) return known.header;
    const { contact, publicKey, privateKey } = this.#keys;
    const expires = Math.floor((now + TOKEN_MS) / 1000);
    const { Authorization: header } = webPush.getVapidHeaders(
      audience,
      contact,
      publicKey,
      privateKey,
      "aes128gcm",
      expires,
    );
    if (this.#tokens.size >= REMEMBERED_TOKENS) this.#tokens.clear();
    this.#tokens.set(audience, { header, staleAt: now + TOKEN_MS / 2 });
    return header;
  }
}

function post(
  endpoint: string,
  headers: Record<string, string | number>,
  body: Buffer,
  agent: Agent,
  now: Instant,
): Promise<Answer> {
  return new Promise((resolve) => {
    let isSent = false;
    const sending = request(endpoint, { agent, method: "POST", headers });
    const timer = setTimeout(() => sending.destroy(new Error("No answer.")), TIMEOUT_MS);
    sending.on("close", () => clearTimeout(timer));
    sending.once("socket", (socket) => {
      if (sending.reusedSocket) isSent = true;
      else
        socket.once("secureConnect", () => {
          isSent = true;
        });
    });
    sending.once("response", (response) => {
      const answer = answerOf(response, now);
      response.once("close", () => resolve(answer));
      readLittle(response);
    });
    sending.on("error", (error) => resolve(isSent ? { kind: "silent" } : unreached(error)));
    sending.end(body);
  });
}

function readLittle(response: IncomingMessage): void {
  let bytes = 0;
  response.on("error", () => {});
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LARGEST_ANSWER) response.destroy();
  });
}

function unreached(error: Error): Answer {
  return error instanceof PrivateHost
    ? { kind: "refused", reason: "The endpoint is at no public host." }
    : { kind: "later" };
}

function answerOf({ statusCode: status = 0, headers }: IncomingMessage, now: Instant): Answer {
  if (status >= 200 && status < 300) return { kind: "taken" };
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status !== 429 && status < 500) return { kind: "refused", reason: `HTTP ${status}` };
  const afterMs = retryAfterMs(headers["retry-after"], now);
  return { kind: "later", ...(afterMs !== undefined && { afterMs }) };
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function retryAfterMs(text: string | undefined, now: Instant): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
