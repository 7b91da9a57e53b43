import type { NewsMediaOrganization } from "schema-dts";
import type { Frame } from "../../src/model/frame.ts";
import { HOME } from "../../src/model/page.ts";
import { absoluteUrl } from "../../src/model/site.ts";
import { settingUrl } from "./setting-href.ts";

/** The paper, with those of its policies that are published. */
export function newsMediaOrganization({ site }: Frame): Exclude<NewsMediaOrganization, string> {
  const policies = site.organization.policies.map(({ property, address }) => [
    property,
    settingUrl(site, address),
  ]);
  return {
    "@type": "NewsMediaOrganization",
    name: site.name,
    url: absoluteUrl(site, HOME.address),
    ...Object.fromEntries(policies),
  };
}
