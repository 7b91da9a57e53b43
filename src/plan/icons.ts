import { hashOf } from "../archive/hash-of.ts";
import { assetAddress } from "../model/asset-address.ts";
import { FAVICON_WIDTH, ICON_RECIPE, ICONS, type IconProps } from "../model/icon.ts";
import { toJson } from "../model/json.ts";
import { isDrawable } from "../model/share-image.ts";
import type { Site } from "../model/site.ts";

/** Addresses of the paper's icons, by name. */
export function iconAddresses(site: Site): Record<string, string> {
  return Object.fromEntries(ICONS.map(({ name, width }) => [name, iconAddress(site, name, width)]));
}

/** What is to be seen on an icon; `undefined` for one that the paper has no more. */
export function planIcon(
  site: Site,
  name: string,
): { readonly address: string; readonly props: IconProps } | undefined {
  const icon = ICONS.find((candidate) => candidate.name === name);
  if (icon === undefined) return undefined;
  return { address: iconAddress(site, name, icon.width), props: iconProps(site, icon.width) };
}

/** What is to be seen on the one that is at a fixed address. */
export function faviconProps(site: Site): IconProps {
  return iconProps(site, FAVICON_WIDTH);
}

function iconAddress(site: Site, name: string, width?: number): string {
  return assetAddress("assets", name, hashOf(toJson(iconProps(site, width))));
}

function iconProps({ name }: Site, width?: number): IconProps {
  const [initial = ""] = name.toUpperCase();
  return {
    initial: isDrawable(initial) ? initial : "",
    ...(width !== undefined && { width }),
    recipe: ICON_RECIPE,
  };
}
