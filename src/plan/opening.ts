import type { Archive } from "../archive/open-archive.ts";
import { hasPageAt } from "../archive/published-pages.ts";
import { listAddress } from "../model/address.ts";
import { sectionList } from "../model/list.ts";
import type { PageProps, SourceProps } from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import type { Shown } from "../model/stale-page.ts";

/**
 * The settings as pages may show them before the sections and policies that site.yaml names anew; the
 * very same where all of them stand.
 */
export function openingSite(archive: Archive, site: Site): Site {
  const { organization } = site;
  const sections = site.sections.filter(({ key }) =>
    hasPageAt(archive, listAddress(sectionList(key))),
  );
  const policies = organization.policies.filter(
    ({ address }) => !address.startsWith("/") || hasPageAt(archive, address),
  );
  const isWhole =
    sections.length === site.sections.length && policies.length === organization.policies.length;
  return isWhole ? site : { ...site, sections, organization: { ...organization, policies } };
}

/** A page as it may stand before the pages that it links to: with those links that lead somewhere. */
export function openingOf(plan: Shown, isOut: (address: string) => boolean): Shown {
  switch (plan.page.kind) {
    case "front":
    case "period":
      return { ...plan, props: emptied(plan.props as PageProps["front" | "period"]) } as Shown;
    case "story":
    case "editors-page":
      return { ...plan, props: { ...plan.props, ...withLinks(plan.props, isOut) } } as Shown;
    default:
      return plan;
  }
}

function emptied(props: PageProps["front" | "period"]): PageProps["front" | "period"] {
  switch (props.shows) {
    case "front":
      return { ...props, listings: [], periods: [] };
    case "period":
      return { ...props, listings: [] };
    case "corrections":
      return { ...props, corrected: [], periods: [] };
    default:
      return { ...props, days: [] };
  }
}

function withLinks(
  props: Shown["props"],
  isOut: (address: string) => boolean,
): Partial<SourceProps> {
  if (!("links" in props)) return {};
  const links = Object.entries(props.links).filter(([, target]) => isOut(target));
  return { links: Object.fromEntries(links) };
}
