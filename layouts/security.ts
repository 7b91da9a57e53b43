import type { Html } from "../src/markup/html.ts";
import { plainDocument } from "../src/markup/plain-document.ts";
import { SECURITY } from "../src/model/crawler-page.ts";
import type { Frame } from "../src/model/frame.ts";
import { absoluteUrl, type SecurityContact, type Site, securityExpiry } from "../src/model/site.ts";

/** Whom to tell of a hole in the paper's security (RFC 9116). */
export function securityDocument({ site }: Frame): Html {
  const { contact, policy } = site.security as SecurityContact;
  const expiry = new Date(securityExpiry(site) as number).toISOString().replace(".000Z", "Z");
  const canonical = absoluteUrl(site, SECURITY.address);
  return plainDocument([
    `Contact: ${contact}`,
    `Expires: ${expiry}`,
    // Without https it proves nothing.
    ...(canonical.startsWith("https:") ? [`Canonical: ${canonical}`] : []),
    ...(policy === undefined ? [] : [`Policy: ${policyUrl(site, policy)}`]),
  ]);
}

function policyUrl(site: Site, policy: string): string {
  return policy.startsWith("/") ? absoluteUrl(site, policy) : policy;
}
