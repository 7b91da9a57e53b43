import { hashOf } from "./hash-of.ts";

/** How the archive calls a folder: below content/media/ even a name may tell of what is not published. */
export function folderKey(folder: string): string {
  return folder.startsWith("media/") ? hashOf(folder) : folder;
}
