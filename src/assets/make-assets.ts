import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type BuildOptions,
  build,
  type OnResolveResult,
  type OutputFile,
  type Plugin,
} from "esbuild";
import type { Asset, Assets, Workers } from "../model/asset.ts";
import { assetAddress } from "../model/asset-address.ts";
import { hashOf } from "./hash-of.ts";

const TARGETS = ["es2023", "chrome125", "firefox128", "safari17.5"];

/** Scripts that another script loads, when a page needs them. */
const LATER = ["src/browser/live.ts"];

export interface Made {
  /** All that pages load: the typefaces of layouts/fonts/, the stylesheet, and a script for each file of src/browser/. */
  readonly assets: Assets;
  readonly workers: Workers;
}

export async function makeAssets(projectFolder: string): Promise<Made> {
  const [assets, notify, leave] = await Promise.all([
    pageAssets(projectFolder),
    bundleText(projectFolder, "src/browser/worker/notify.ts", SCRIPT),
    bundleText(projectFolder, "src/browser/worker/leave.ts", SCRIPT),
  ]);
  return { assets, workers: { notify: notify.text, leave: leave.text } };
}

async function pageAssets(projectFolder: string): Promise<Assets> {
  const fonts = globSync("layouts/fonts/*.woff2", { cwd: projectFolder })
    .sort()
    .map((path) => readFont(projectFolder, path));
  const later = await Promise.all(LATER.map((path) => bundle(projectFolder, path, SCRIPT)));
  const scripts = globSync("src/browser/*.ts", { cwd: projectFolder })
    .filter((path) => !LATER.includes(path))
    .sort();
  const made = await Promise.all([
    bundle(projectFolder, "layouts/style.css", { plugins: [namedByContent(fonts)] }),
    ...scripts.map((path) =>
      bundle(projectFolder, path, { ...SCRIPT, plugins: [namedByContent(later)] }),
    ),
  ]);
  return Object.fromEntries([...fonts, ...later, ...made]);
}

const SCRIPT: BuildOptions = { format: "esm" };

type Named = readonly [name: string, asset: Asset];

function readFont(projectFolder: string, path: string): Named {
  const sourceHash = hashOf(readFileSync(join(projectFolder, path)));
  const name = basename(path);
  return [name, { address: assetAddress("assets", name, sourceHash), path, sourceHash }];
}

/** A file with all that it imports, minified. */
async function bundle(projectFolder: string, path: string, options: BuildOptions): Promise<Named> {
  const { path: file, text } = await bundleText(projectFolder, path, options);
  const name = basename(file);
  return [name, { address: assetAddress("assets", name, hashOf(text)), text }];
}

async function bundleText(
  projectFolder: string,
  path: string,
  options: BuildOptions,
): Promise<OutputFile> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [path],
    bundle: true,
    minify: true,
    target: TARGETS,
    charset: "utf8",
    write: false,
    tsconfigRaw: "{}",
    outdir: ".",
    ...options,
  });
  const [file] = outputFiles as [OutputFile];
  return file;
}

/** What names another asset lies beside it. */
function namedByContent(assets: readonly Named[]): Plugin {
  const addresses = new Map(assets.map(([name, { address }]) => [name, address]));
  return {
    name: "named by content",
    setup: ({ onResolve }) => {
      onResolve({ filter: /\.woff2$/ }, ({ path }) => named(addresses, basename(path)));
      onResolve({ filter: /\.ts$/ }, ({ path, kind }) =>
        kind === "dynamic-import" ? named(addresses, `${basename(path, ".ts")}.js`) : undefined,
      );
    },
  };
}

function named(addresses: ReadonlyMap<string, string>, name: string): OnResolveResult {
  const address = addresses.get(name);
  return address === undefined
    ? { errors: [{ text: `There is no ${name} among the paper's assets.` }] }
    : { path: `./${basename(address)}`, external: true };
}
