import { absoluteUrl, href, type Site } from "../../src/model/site.ts";

/** A link to what site.yaml may give as an address on the site or as a URL. */
export function settingHref(site: Site, address: string): string {
  return address.startsWith("/") ? href(site, address) : address;
}

/** The same as a URL. */
export function settingUrl(site: Site, address: string): string {
  return address.startsWith("/") ? absoluteUrl(site, address) : address;
}
