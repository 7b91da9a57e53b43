import { createECDH, randomBytes } from "node:crypto";
import type { Subscription } from "../../src/announce/subscriptions.ts";

/** A browser that was asked for a subscription: what it gives out, and the keys that it keeps. */
export interface Reader {
  readonly subscription: Subscription;
  readonly privateKey: Buffer;
}

export function readerAt(endpoint: string): Reader {
  const curve = createECDH("prime256v1");
  const p256dh = curve.generateKeys().toString("base64url");
  const auth = randomBytes(16).toString("base64url");
  return { subscription: { endpoint, keys: { p256dh, auth } }, privateKey: curve.getPrivateKey() };
}
