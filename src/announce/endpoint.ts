import { isIP } from "node:net";

/** Last parts of names that no public host has: RFC 2606, 6761, 6762, 7686, 8375, 9476 and common habit. */
const LOCAL_NAME =
  /(^|\.)(localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa|test|invalid|onion|alt)$/;

/** Parts of letters, digits and hyphens, at least two, the last of which begins with a letter. */
const FULL_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Why nobody sends anything to an address; `undefined` where it is an https address of a host with a public
 * name. Which machine that name leads to is asked when it is connected to: see `publicLookup`.
 */
export function refuseEndpoint(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null) return "The endpoint is no address.";
  if (url.protocol !== "https:") return "The endpoint is not reached by https.";
  if (url.username !== "" || url.password !== "") return "The endpoint has a user's name.";
  if (url.port !== "") return "The endpoint is at a port of its own.";
  if (url.hash !== "") return "The endpoint has a fragment.";
  if (isIP(url.hostname.replace(/^\[|\]$/g, ""))) return "The endpoint is at a number.";
  const isName = FULL_NAME.test(url.hostname) && !LOCAL_NAME.test(url.hostname);
  return isName ? undefined : "The endpoint is at no public host.";
}
