import type { Archive } from "../archive/open-archive.ts";
import { forgetBundle, isBundleKnown, listBundlesOfRemoved } from "../archive/search-records.ts";
import { BundleFolder } from "./bundle-folder.ts";

/**
 * Takes what is to be taken down out of the search index, before its pages go: the whole bundle, since its
 * files hold words of all its stories. So goes a bundle of which the archive does not know what is in it.
 * The next `search` makes them again.
 */
export function removeFromSearch(archive: Archive, outputFolder: string): void {
  const folder = new BundleFolder(outputFolder);
  const unknown = [...folder.names()].filter((bundle) => !isBundleKnown(archive, bundle));
  for (const bundle of [...unknown, ...listBundlesOfRemoved(archive)]) {
    folder.remove(bundle);
    forgetBundle(archive, bundle);
  }
}
