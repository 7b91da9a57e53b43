import { BlockList, isIPv4, isIPv6 } from "node:net";

/** What the IANA has set aside, so that nobody on the internet has such an address. */
const RESERVED_IPV4 = blockList("ipv4", [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
]);

/** All that is given out. IPv4 addresses in the clothes of IPv6, local and private ones are outside. */
const GLOBAL_IPV6 = blockList("ipv6", ["2000::/3"]);

/** In it: tunnels, which lead to IPv4 addresses, and what is for documents and tests. */
const RESERVED_IPV6 = blockList("ipv6", [
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3fff::/20",
]);

/** Whether an address, as text, is one on the internet, and not of this machine or a network behind it. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !RESERVED_IPV4.check(address, "ipv4");
  if (!isIPv6(address)) return false;
  return GLOBAL_IPV6.check(address, "ipv6") && !RESERVED_IPV6.check(address, "ipv6");
}

function blockList(family: "ipv4" | "ipv6", networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
