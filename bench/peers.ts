import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Archive, hugoCopy } from "./archive.ts";
import { type Contender, measureFullBuild } from "./contender.ts";
import { installedVersion } from "./install-peer.ts";
import type { Command } from "./measure.ts";
import { ZONE } from "./newsroom.ts";

const HERE = import.meta.dirname;
const FOLDER = join(HERE, "peers");

export interface Peer extends Contender {
  buildCommand(archive: Archive, output: string): Command;
}

/** The `hugo` on the PATH. */
export const hugo = peer({
  name: "hugo",
  version: hugoVersion,
  buildCommand(archive, output) {
    const folder = hugoCopy(archive);
    return {
      program: "hugo",
      args: [
        ...["--source", join(FOLDER, "hugo"), "--contentDir", join(folder, "content")],
        ...["--destination", output, "--noBuildLock", "--quiet"],
      ],
      folder,
      // Else Hugo prints a zone by its offset.
      env: { HUGO_DATADIR: join(folder, "data"), TZ: ZONE },
    };
  },
});

/** Eleventy as it comes. */
export const eleventy = peer({
  name: "eleventy",
  version: () => installedVersion("Eleventy", join(FOLDER, "eleventy"), "@11ty/eleventy"),
  buildCommand: (archive, output) => ({
    program: process.execPath,
    args: [
      join(FOLDER, "eleventy/node_modules/@11ty/eleventy/cmd.cjs"),
      "--config=../../../peers/eleventy/eleventy.config.js",
      ...[`--output=${output}`, "--quiet"],
    ],
    folder: archive.paper,
  }),
});

/** With nothing kept from the run before: its cache is beside its output. */
export const astro = peer({
  name: "astro",
  version: () => installedVersion("Astro", join(FOLDER, "astro"), "astro"),
  // It writes all content as one text, 9 kB a story, and V8 has none longer than 512 MB.
  mostStories: 50_000,
  buildCommand: (archive, output) => ({
    program: process.execPath,
    args: [
      join(FOLDER, "astro/node_modules/astro/bin/astro.mjs"),
      ...["build", "--outDir", output, "--silent"],
    ],
    folder: join(FOLDER, "astro"),
    env: {
      ASTRO_TELEMETRY_DISABLED: "1",
      BENCH_CONTENT: join(archive.paper, "content"),
      BENCH_CACHE: `${output}.cache`,
    },
  }),
});

export const floor = peer({
  name: "floor",
  version: () => `Node ${process.version}`,
  buildCommand: (archive, output) => ({
    program: process.execPath,
    args: [join(HERE, "floor.ts"), join(archive.paper, "content"), output],
    folder: HERE,
  }),
});

/** Those that print pages. */
export const PEERS = [hugo, eleventy, astro];

/** Measured by a full build. */
function peer(named: Omit<Peer, "measure">): Peer {
  return {
    ...named,
    async *measure(archive) {
      yield await measureFullBuild(named.name, archive, (output) =>
        named.buildCommand(archive, output),
      );
    },
  };
}

/** `0.111.3` of `hugo v0.111.3+extended linux/amd64 …` */
function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  const [, version] = /v(\d[\d.]*)/.exec(stdout ?? "") ?? [];
  return version && `Hugo ${version}`;
}
