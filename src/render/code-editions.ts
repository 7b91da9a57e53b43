import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What pages are made with, each named by its content: a page of another edition is made again. */
export interface CodeEditions {
  readonly "package-lock.json": string;
  readonly "layouts/": string;
  readonly "src/": string;
  readonly Node: string;
}

export function readCodeEditions(projectFolder: string): CodeEditions {
  return {
    "package-lock.json": editionOf(projectFolder, ["package-lock.json"]),
    "layouts/": editionOf(projectFolder, filesIn(projectFolder, "layouts")),
    "src/": editionOf(projectFolder, [".eleventy.ts", ...filesIn(projectFolder, "src")]),
    Node: process.version,
  };
}

function editionOf(projectFolder: string, files: readonly string[]): string {
  const edition = createHash("sha256");
  for (const file of files) {
    const bytes = readFileSync(join(projectFolder, file));
    edition.update(JSON.stringify([file, bytes.length])).update(bytes);
  }
  return edition.digest("hex").slice(0, 32);
}

function filesIn(projectFolder: string, folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1))
    .sort();
}
