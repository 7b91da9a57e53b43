import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { hugoCopy } from "./archive.ts";
import { type Contender, measureFullBuild } from "./contender.ts";

const HERE = import.meta.dirname;
const ELEVENTY = join(HERE, "../node_modules/@11ty/eleventy");

/** The `hugo` on the PATH. */
export const hugo: Contender = {
  name: "hugo",
  version: hugoVersion(),
  async *measure(archive) {
    const folder = hugoCopy(archive);
    yield await measureFullBuild(archive, (output) => ({
      program: "hugo",
      args: [
        ...["--source", join(HERE, "peers/hugo"), "--contentDir", join(folder, "content")],
        ...["--destination", output, "--noBuildLock", "--quiet"],
      ],
      folder,
      env: { HUGO_DATADIR: join(folder, "data") },
    }));
  },
};

/** Eleventy as it comes, from the project's own packages. */
export const eleventy: Contender = {
  name: "eleventy",
  version: createRequire(import.meta.url)(join(ELEVENTY, "package.json")).version,
  async *measure(archive) {
    yield await measureFullBuild(archive, (output) => ({
      program: process.execPath,
      args: [
        join(ELEVENTY, "cmd.cjs"),
        "--config=../../../peers/eleventy/eleventy.config.js",
        ...[`--output=${output}`, "--quiet"],
      ],
      folder: archive.paper,
    }));
  },
};

export const floor: Contender = {
  name: "floor",
  version: process.version,
  async *measure(archive) {
    yield await measureFullBuild(archive, (output) => ({
      program: process.execPath,
      args: [join(HERE, "floor.ts"), join(archive.paper, "content"), output],
      folder: HERE,
    }));
  },
};

/** `0.111.3` of `hugo v0.111.3+extended linux/amd64 …` */
function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return /v(\d[\d.]*)/.exec(stdout ?? "")?.[1];
}
