import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { hasPageAt } from "../archive/published-pages.ts";
import { listAddress, liveDayAddress } from "../model/address.ts";
import { toJson } from "../model/json.ts";
import { sectionList } from "../model/list.ts";
import type { PageKind } from "../model/page.ts";
import type { PageProps } from "../model/page-props.ts";
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
      return withProps(plan, emptied(parseStored(plan.props)));
    case "feed":
      return withProps(plan, { ...parseStored<PageProps["feed"]>(plan.props), items: [] });
    case "ninjs":
      return withProps(plan, { items: [] });
    case "story":
    case "live-day":
    case "editors-page":
      return withProps(plan, withLinks(parseStored(plan.props), isOut));
    default:
      return plan;
  }
}

function withProps(plan: Shown, props: PageProps[PageKind]): Shown {
  return { ...plan, props: toJson(props) } as Shown;
}

function emptied(props: PageProps["front" | "period"]): PageProps["front" | "period"] {
  switch (props.shows) {
    case "front":
      return { ...props, listings: [], periods: [], isOpening: true };
    case "period":
      return { ...props, listings: [] };
    case "corrections":
      return { ...props, corrected: [], periods: [], isOpening: true };
    default:
      return { ...props, days: [] };
  }
}

function withLinks(
  props: PageProps["story" | "live-day" | "editors-page"],
  isOut: (address: string) => boolean,
): PageProps["story" | "live-day" | "editors-page"] {
  if (!("links" in props)) return props;
  const links = Object.entries(props.links).filter(([, target]) => isOut(target));
  const open = { ...props, links: Object.fromEntries(links) };
  if ("day" in open) return besideDays(open, isOut);
  if (!("earlier" in open)) return open;
  const earlier = open.earlier.filter(({ address }) => isOut(address));
  // Posts link to the pages of their days.
  return "days" in open ? { ...open, earlier, days: [], posts: [] } : { ...open, earlier };
}

function besideDays(
  props: PageProps["live-day"],
  isOut: (address: string) => boolean,
): PageProps["live-day"] {
  const isKept = ([key, value]: [string, unknown]) =>
    (key !== "before" && key !== "after") ||
    isOut(liveDayAddress(props.story.address, String(value)));
  return Object.fromEntries(Object.entries(props).filter(isKept)) as PageProps["live-day"];
}
