import type { Frame } from "../../src/model/frame.ts";
import { absoluteUrl, href } from "../../src/model/site.ts";

/** @throws where no file of that name is in layouts/fonts/ or src/browser/, and no icon is called so. */
export function assetHref(frame: Frame, name: string): string {
  return href(frame.site, addressOf(frame, name));
}

/** The same as a URL. */
export function assetUrl(frame: Frame, name: string): string {
  return absoluteUrl(frame.site, addressOf(frame, name));
}

function addressOf({ assets }: Frame, name: string): string {
  const address = assets[name];
  if (address === undefined) throw new Error(`There is no ${name} among the paper's assets.`);
  return address;
}
