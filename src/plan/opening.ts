import type { PageProps, SourceProps } from "../model/page-props.ts";
import type { Shown } from "../model/stale-page.ts";

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
