import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** `Astro 7.3.5`: a package in a peer's own folder, after all its packages were installed there, once. */
export function installedVersion(
  name: string,
  folder: string,
  packageName: string,
): string | undefined {
  const manifest = join(folder, "node_modules", packageName, "package.json");
  if (!existsSync(manifest)) install(name, folder);
  if (!existsSync(manifest)) return undefined;
  return `${name} ${JSON.parse(readFileSync(manifest, "utf8")).version}`;
}

function install(name: string, folder: string): void {
  const shown = relative(process.cwd(), folder);
  console.error(`Installing ${name} in ${shown}, once`);
  // `npm ci` would refuse a lock file that lacks packages of other systems, as a mirror may not have them.
  const { status } = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) console.error(`${name} is left out. To see why: cd ${shown} && npm install`);
}
