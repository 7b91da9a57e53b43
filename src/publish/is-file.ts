import { existsSync, lstatSync } from "node:fs";

/** Whether a file stands at a path, and not a folder, nor nothing, nor a file where a folder of the path should be. */
export function isFile(path: string): boolean {
  return existsSync(path) && lstatSync(path).isFile();
}
