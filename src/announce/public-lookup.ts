import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Finds the addresses of a host's name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** A name leads to this machine, or into a network behind it. */
export class PrivateHost extends Error {}

/** A name leads nowhere. */
export class UnknownHost extends Error {}

// Asks name servers, so not the machine's own list of hosts, and adds no domain of its own to a name.
const resolver = new Resolver({ timeout: 2_000, tries: 2 });

export const resolveName: Resolve = async (name) => {
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return [
    ...(four.status === "fulfilled" ? four.value : []).map((address) => ({ address, family: 4 })),
    ...(six.status === "fulfilled" ? six.value : []).map((address) => ({ address, family: 6 })),
  ];
};

/**
 * The addresses of a name, all of them public.
 * @throws PrivateHost where a single one is not: who mixes them is up to something.
 * @throws UnknownHost
 */
export async function resolvePublic(name: string, resolve: Resolve): Promise<LookupAddress[]> {
  const addresses = await resolve(name);
  if (addresses.length === 0) throw new UnknownHost(name);
  if (addresses.every(({ address }) => isPublicAddress(address))) return [...addresses];
  throw new PrivateHost(name);
}

/** Has a socket connect to an address that was found public, and to no other. */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (name, { all }, callback) => {
    resolvePublic(name, resolve).then(
      (addresses) => {
        const [{ address, family }] = addresses as [LookupAddress];
        if (all === true) callback(null, addresses);
        else callback(null, address, family);
      },
      (error) => callback(error, ""),
    );
  };
}
