import type { Archive } from "./archive/open-archive.ts";
import { resolveAddress } from "./archive/wanted-pages.ts";
import type { Problem } from "./model/problem.ts";
import type { TextPlace } from "./model/reading.ts";
import type { Organization, Site } from "./model/site.ts";

type Policy = Organization["policies"][number];

/** The settings as pages may show them: a policy that nothing of the paper answers for is not linked. */
export function withLivePolicies(archive: Archive, site: Site): Site {
  const policies = site.organization.policies.filter((policy) => isLive(archive, site, policy));
  return { ...site, organization: { ...site.organization, policies } };
}

/** Names the policies that pages show. */
export function policiesOf({ organization }: Site): string {
  return JSON.stringify(organization.policies);
}

/** @param places where the address of each policy stands. */
export function policyProblems(
  archive: Archive,
  site: Site,
  places: Readonly<Record<string, TextPlace>>,
): Problem[] {
  return site.organization.policies
    .filter((policy) => !isLive(archive, site, policy))
    .map(({ property, address }) => ({
      file: "site.yaml",
      ...(places[property] as TextPlace),
      severity: "warning",
      code: "link-dead",
      message: `Nothing is published at ${address}: readers see no link to the policy.`,
      hint: hintFor(address),
    }));
}

/** An editors' page is a file in content/pages/ itself. */
function hintFor(address: string): string {
  const key = /^\/([^/]+)\/$/.exec(address)?.[1];
  return key === undefined
    ? "Give the address of a page that is there, as /ethics/ for content/pages/ethics.md."
    : `Write it: content/pages/${key}.md.`;
}

function isLive(archive: Archive, site: Site, { address }: Policy): boolean {
  return !address.startsWith("/") || resolveAddress(archive, site, address) !== undefined;
}
