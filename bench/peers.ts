import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hugoCopy } from "./archive.ts";
import { type Contender, measureFullBuild } from "./contender.ts";
import { installedVersion } from "./install-peer.ts";

const HERE = import.meta.dirname;
const PEERS = join(HERE, "peers");

/** The `hugo` on the PATH. */
export const hugo: Contender = {
  name: "hugo",
  version: hugoVersion,
  async *measure(archive) {
    const folder = hugoCopy(archive);
    yield await measureFullBuild("hugo", archive, (output) => ({
      program: "hugo",
      args: [
        ...["--source", join(PEERS, "hugo"), "--contentDir", join(folder, "content")],
        ...["--destination", output, "--noBuildLock", "--quiet"],
      ],
      folder,
      env: { HUGO_DATADIR: join(folder, "data") },
    }));
  },
};

/** Eleventy as it comes. */
export const eleventy: Contender = {
  name: "eleventy",
  version: () => installedVersion("Eleventy", join(PEERS, "eleventy"), "@11ty/eleventy"),
  async *measure(archive) {
    yield await measureFullBuild("eleventy", archive, (output) => ({
      program: process.execPath,
      args: [
        join(PEERS, "eleventy/node_modules/@11ty/eleventy/cmd.cjs"),
        "--config=../../../peers/eleventy/eleventy.config.js",
        ...[`--output=${output}`, "--quiet"],
      ],
      folder: archive.paper,
    }));
  },
};

/** With nothing kept from the run before: its cache is beside its output. */
export const astro: Contender = {
  name: "astro",
  version: () => installedVersion("Astro", join(PEERS, "astro"), "astro"),
  // It writes all content as one text, 9 kB a story, and V8 has none longer than 512 MB.
  mostStories: 50_000,
  async *measure(archive) {
    yield await measureFullBuild("astro", archive, (output) => ({
      program: process.execPath,
      args: [
        join(PEERS, "astro/node_modules/astro/bin/astro.mjs"),
        ...["build", "--outDir", output, "--silent"],
      ],
      folder: join(PEERS, "astro"),
      env: {
        ASTRO_TELEMETRY_DISABLED: "1",
        BENCH_CONTENT: join(archive.paper, "content"),
        BENCH_CACHE: `${output}.cache`,
      },
    }));
  },
};

export const floor: Contender = {
  name: "floor",
  version: () => `Node ${process.version}`,
  async *measure(archive) {
    yield await measureFullBuild("floor", archive, (output) => ({
      program: process.execPath,
      args: [join(HERE, "floor.ts"), join(archive.paper, "content"), output],
      folder: HERE,
    }));
  },
};

/** `0.111.3` of `hugo v0.111.3+extended linux/amd64 …` */
function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  const [, version] = /v(\d[\d.]*)/.exec(stdout ?? "") ?? [];
  return version && `Hugo ${version}`;
}
