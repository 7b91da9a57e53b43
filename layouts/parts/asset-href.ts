import type { Frame } from "../../src/model/frame.ts";
import { href } from "../../src/model/site.ts";

/** @throws where no file of that name is in layouts/fonts/ or src/browser/. */
export function assetHref({ site, assets }: Frame, name: string): string {
  const address = assets[name];
  if (address === undefined) throw new Error(`There is no ${name} among the paper's assets.`);
  return href(site, address);
}
