import type { GitAnswers } from "./ask-git.ts";
import type { FolderListing } from "./folder-listing.ts";
import { listGitFolders } from "./list-git-folders.ts";
import { walkFolders } from "./walk-folders.ts";

/**
 * Lists the folders in which something may have changed, parents first, authors before stories.
 * Below a folder whose tree is still the one that `treeOf` tells, nothing has.
 */
export function listFolders(
  contentFolder: string,
  answers: GitAnswers | undefined,
  treeOf: (path: string) => string | undefined,
): Iterable<FolderListing> {
  return answers === undefined
    ? walkFolders(contentFolder)
    : listGitFolders(contentFolder, answers, treeOf);
}
