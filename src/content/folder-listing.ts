import type { SeenFile } from "../model/reading.ts";

/** What is directly in a folder of the content folder. None of the files was opened. */
export interface FolderListing {
  /** Inside the content folder, which is empty itself. */
  readonly path: string;
  readonly files: readonly SeenFile[];
  /** Paths of the folders in it. */
  readonly folders: readonly string[];
  /** Git's name of all that is below it; absent where something there is not as it was committed. */
  readonly treeId?: string;
}
