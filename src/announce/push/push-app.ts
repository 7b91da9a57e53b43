import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono, type Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Instant } from "../../model/instant.ts";
import { PrivateHost, type Resolve, resolvePublic, UnknownHost } from "../public-lookup.ts";
import { FloodGate } from "./flood-gate.ts";
import { parseSubscribing, parseUnsubscribing } from "./parse-request.ts";
import type { SubscriptionStore } from "./subscription-store.ts";

export interface PushSettings {
  /** Of the paper's pages, which alone may ask: `https://example.org`. */
  readonly origin: string;
  /** Below which the service answers: `/push`, or empty. */
  readonly base: string;
  /** VAPID key of the paper, in base64url. */
  readonly publicKey: string;
  /** How many proxies stand before the service, each of which adds to X-Forwarded-For whom it heard. */
  readonly proxies: number;
  readonly store: SubscriptionStore;
  readonly resolve: Resolve;
  readonly now: () => Instant;
  /** Told of faults of our own. */
  readonly report: (fault: unknown) => void;
}

type Asked = Context<{ Bindings: HttpBindings }>;

const LARGEST_BODY = 4_096;

/**
 * What pages and their service worker may ask, by JSON in UTF-8, below the address `push` of site.yaml.
 *
 * - `GET /key`: 200 `{ "key": "BNx…" }`, the `applicationServerKey` for `PushManager.subscribe`.
 * - `POST /subscribe` `{ "subscription": …, "sections": …, "replaces": … }` subscribes, or changes what is
 *   subscribed: 201 for a new subscription, 204 for a known one.
 *   `subscription` is `PushSubscription.toJSON()`. `sections` are keys of site.yaml; `null` is everything; absent
 *   leaves the choice as it was, or is everything. `replaces` is the endpoint that the browser had before
 *   (`pushsubscriptionchange`): its choice goes over to the new one.
 * - `POST /unsubscribe` `{ "endpoint": "https://…" }`: 204, whether it was known or not.
 *
 * What is refused has a body `{ "error": "…" }`: 400 no JSON; 403 from another origin than the paper's, or POST from none;
 * 404; 405; 413 more than 4 kB; 415 not `Content-Type: application/json`; 422 JSON that can't be taken, such as an endpoint
 * that is not https at a public host; 429 and 503 with `Retry-After`. A body that does not come within ten seconds: 408.
 */
export function pushApp(settings: PushSettings) {
  const { base, publicKey, store, report } = settings;
  const app = new Hono<{ Bindings: HttpBindings }>().basePath(base);
  app.use(answerPaperAlone(settings), stopFloods(settings));

  app.get("/key", (c) => c.json({ key: publicKey }, 200, { "Cache-Control": "max-age=3600" }));
  app.all("/key", refuseMethod("GET"));

  const takeBody = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.json({ error: "The body has more than 4 kB." }, 413),
  });
  app.post("/subscribe", requireJson, takeBody, (c) => subscribe(c, settings));
  app.post("/unsubscribe", requireJson, takeBody, async (c) => {
    const request = parseUnsubscribing(await c.req.arrayBuffer());
    if ("status" in request) return c.json({ error: request.error }, request.status);
    store.unsubscribe(request.endpoint);
    return c.body(null, 204);
  });
  app.all("/subscribe", refuseMethod("POST"));
  app.all("/unsubscribe", refuseMethod("POST"));

  app.notFound((c) => c.json({ error: "Nothing is at this address." }, 404));
  app.onError((fault, c) => {
    // Whoever hangs up in the middle of a request is at fault himself.
    if (c.env.incoming.complete) report(fault);
    return c.json({ error: "The service is at fault." }, 503, { "Retry-After": "30" });
  });
  return app;
}

async function subscribe(c: Asked, { store, resolve }: PushSettings) {
  const request = parseSubscribing(await c.req.arrayBuffer());
  if ("status" in request) return c.json({ error: request.error }, request.status);
  const { hostname } = new URL(request.subscription.endpoint);
  const error = await refuseHost(hostname, resolve);
  if (error !== undefined) return c.json({ error }, 422);
  return c.body(null, store.subscribe(request) ? 201 : 204);
}

async function refuseHost(hostname: string, resolve: Resolve): Promise<string | undefined> {
  try {
    await resolvePublic(hostname, resolve);
    return undefined;
  } catch (error) {
    // The same for both: nobody is told what names there are in a network of ours.
    if (error instanceof PrivateHost || error instanceof UnknownHost)
      return "The endpoint is at no public host.";
    throw error;
  }
}

function answerPaperAlone({ origin }: PushSettings) {
  return async (c: Asked, next: Next) => {
    c.header("Vary", "Origin");
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
    const asking = c.req.header("Origin");
    const isReading = ["GET", "HEAD"].includes(c.req.method);
    if (asking !== origin && !(asking === undefined && isReading))
      return c.json({ error: `Only pages of ${origin} may ask.` }, 403);
    if (asking !== undefined) c.header("Access-Control-Allow-Origin", origin);
    if (c.req.method !== "OPTIONS") return await next();
    c.header("Access-Control-Allow-Methods", "GET, POST");
    c.header("Access-Control-Allow-Headers", "Content-Type");
    c.header("Access-Control-Max-Age", "7200");
    return c.body(null, 204);
  };
}

function stopFloods({ proxies, now }: PushSettings) {
  const gate = new FloodGate();
  return async (c: Asked, next: Next) => {
    const seconds = gate.admit(clientOf(c, proxies), now());
    if (seconds === 0) return await next();
    return c.json({ error: "Too many requests." }, 429, { "Retry-After": String(seconds) });
  };
}

/** What a client writes itself into X-Forwarded-For stands before what our own proxies add. */
function clientOf(c: Asked, proxies: number): string {
  const forwarded = (c.req.header("X-Forwarded-For") ?? "").split(",").map((name) => name.trim());
  const heard = proxies > 0 ? forwarded.at(-proxies) : undefined;
  return heard || String(c.env.incoming.socket.remoteAddress);
}

async function requireJson(c: Asked, next: Next) {
  const [type = ""] = (c.req.header("Content-Type") ?? "").split(";");
  if (type.trim().toLowerCase() === "application/json") return await next();
  return c.json({ error: "Send JSON, as application/json." }, 415);
}

function refuseMethod(allowed: string) {
  return (c: Asked) => c.json({ error: `Use ${allowed}.` }, 405, { Allow: allowed });
}
