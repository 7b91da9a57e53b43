import { type Html, html, nothing } from "../src/markup/html.ts";
import { SECURITY } from "../src/model/crawler-page.ts";
import type { Frame } from "../src/model/frame.ts";
import { absoluteUrl, type SecurityContact, type Site, securityExpiry } from "../src/model/site.ts";

function policyUrl(site: Site, policy: string): string {
  return policy.startsWith("/") ? absoluteUrl(site, policy) : policy;
}

/** Whom to tell of a hole in the paper's security (RFC 9116). */
export function securityDocument({ site }: Frame): Html {
  const { contact, policy } = site.security as SecurityContact;
  const expiry = new Date(securityExpiry(site) as number).toISOString();
  const canonical = absoluteUrl(site, SECURITY.address);
  return html`Contact: ${contact}
Expires: ${expiry.replace(".000Z", "Z")}
${canonical.startsWith("https:") ? html`Canonical: ${canonical}\n` : nothing}${policy === undefined ? nothing : html`Policy: ${policyUrl(site, policy)}\n`}`;
}
