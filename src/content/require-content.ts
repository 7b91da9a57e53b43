import { statSync } from "node:fs";

/** No folder is where the newsroom's files should be. */
export class NoContent extends Error {}

/** @throws NoContent */
export function requireContent(contentFolder: string): void {
  const folder = statSync(contentFolder, { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) throw new NoContent(contentFolder);
}
