import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./paper-from.ts";

/** Puts the code beside a paper's content, so that a test may change it or build into its folders. */
export function copyProject(folder: string): void {
  for (const path of ["src", "layouts", "package.json", "package-lock.json", ".eleventy.ts"]) {
    cpSync(join(PROJECT_FOLDER, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(PROJECT_FOLDER, "node_modules"), join(folder, "node_modules"));
}
