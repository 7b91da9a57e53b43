import { isIPv6 } from "node:net";
import type { Instant } from "../../model/instant.ts";

/** So many requests may come at once from an address, and one more every few seconds. */
const BURST = 20;
const REFILL_MS = 3_000;

/** Of so many addresses it is known how much they asked; those that asked last. */
const REMEMBERED = 20_000;

/** Lets so many requests pass from each address, and no more. */
export class FloodGate {
  /** When an address will have its full burst again; in order of the last request. */
  readonly #fullAt = new Map<string, Instant>();

  /** Seconds that whoever asks has to wait; 0 for a request that passes. */
  admit(address: string, now: Instant): number {
    const client = networkOf(address);
    const fullAt = Math.max(this.#fullAt.get(client) ?? now, now) + REFILL_MS;
    const waitMs = fullAt - now - BURST * REFILL_MS;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    this.#remember(client, fullAt);
    return 0;
  }

  #remember(client: string, fullAt: Instant): void {
    this.#fullAt.delete(client);
    this.#fullAt.set(client, fullAt);
    if (this.#fullAt.size <= REMEMBERED) return;
    const [oldest] = this.#fullAt.keys();
    this.#fullAt.delete(oldest as string);
  }
}

/** Who has one IPv6 address has the 2^64 of its network. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [withoutZone = ""] = address.split("%");
  if (!isIPv6(withoutZone)) return address;
  const [head = "", tail] = withoutZone.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(zeros).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
