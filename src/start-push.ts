import { NoPushService } from "./announce/announce-faults.ts";
import { resolveName } from "./announce/public-lookup.ts";
import { type Listening, type PushServer, servePush } from "./announce/push/serve-push.ts";
import { SubscriptionStore } from "./announce/push/subscription-store.ts";
import { readKeys } from "./announce/push/vapid-keys.ts";
import type { Instant } from "./model/instant.ts";
import { readSite } from "./paper.ts";

export interface PushOptions extends Pick<Listening, "host" | "port"> {
  readonly content: string;
  readonly store: string;
  readonly proxies: number;
}

const PATIENCE_MS = 10_000;

/**
 * Starts the service that site.yaml names.
 * @throws NoPushService
 */
export async function startPush(
  { content, store: folder, host, port, proxies }: PushOptions,
  now: () => Instant,
): Promise<PushServer & { readonly origin: string }> {
  const { site } = await readSite(content);
  if (site?.push === undefined) throw new NoPushService();
  const { publicKey } = readKeys(folder);
  const { origin } = new URL(site.url);
  const base = new URL(site.push).pathname.replace(/\/$/, "");
  const store = new SubscriptionStore(folder);
  const report = (fault: unknown) => process.stderr.write(`${faultText(fault)}\n`);
  const settings = { origin, base, publicKey, proxies, store, resolve: resolveName, now, report };
  const server = await servePush(settings, { host, port, patienceMs: PATIENCE_MS });
  return {
    ...server,
    origin,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      store[Symbol.dispose]();
    },
  };
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? String(fault.stack) : String(fault);
}
