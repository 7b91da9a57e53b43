import type { NewsMediaOrganization } from "schema-dts";
import type { Frame } from "../../src/model/frame.ts";
import { HOME } from "../../src/model/page.ts";
import { absoluteUrl } from "../../src/model/site.ts";
import { assetUrl } from "./asset-href.ts";
import { settingUrl } from "./setting-href.ts";

/** The paper, with those of its policies that are published. */
export function newsMediaOrganization(frame: Frame): Exclude<NewsMediaOrganization, string> {
  const { site } = frame;
  const policies = site.organization.policies.map(({ property, address }) => [
    property,
    settingUrl(site, address),
  ]);
  return {
    "@type": "NewsMediaOrganization",
    name: site.name,
    url: absoluteUrl(site, HOME.address),
    logo: assetUrl(frame, "icon-512.png"),
    ...Object.fromEntries(policies),
  };
}
