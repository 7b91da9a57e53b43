import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type OutputFile, type Plugin } from "esbuild";
import type { Asset, Assets } from "../model/asset.ts";
import { assetAddress } from "../model/asset-address.ts";
import { hashOf } from "./hash-of.ts";

const TARGETS = ["es2023", "chrome125", "firefox128", "safari17.5"];

/** All that pages load: the typefaces of layouts/fonts/, the stylesheet, and a script for each file of src/browser/. */
export async function makeAssets(projectFolder: string): Promise<Assets> {
  const fonts = globSync("layouts/fonts/*.woff2", { cwd: projectFolder })
    .sort()
    .map((path) => readFont(projectFolder, path));
  const scripts = globSync("src/browser/*.ts", { cwd: projectFolder }).sort();
  const made = await Promise.all([
    bundle(projectFolder, "layouts/style.css", { plugins: [namedByContent(fonts)] }),
    ...scripts.map((path) => bundle(projectFolder, path, { format: "esm" })),
  ]);
  return Object.fromEntries([...fonts, ...made]);
}

type Named = readonly [name: string, asset: Asset];

function readFont(projectFolder: string, path: string): Named {
  const sourceHash = hashOf(readFileSync(join(projectFolder, path)));
  const name = basename(path);
  return [name, { address: assetAddress("assets", name, sourceHash), path, sourceHash }];
}

/** A file with all that it imports, minified. */
async function bundle(projectFolder: string, path: string, options: BuildOptions): Promise<Named> {
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
  const [{ path: file, text }] = outputFiles as [OutputFile];
  const name = basename(file);
  return [name, { address: assetAddress("assets", name, hashOf(text)), text }];
}

/** The stylesheet lies beside the typefaces that it names. */
function namedByContent(fonts: readonly Named[]): Plugin {
  const addresses = new Map(fonts.map(([name, { address }]) => [name, address]));
  return {
    name: "typefaces",
    setup: ({ onResolve }) => {
      onResolve({ filter: /\.woff2$/ }, ({ path }) => {
        const address = addresses.get(basename(path));
        return address === undefined
          ? { errors: [{ text: `There is no typeface ${path} in layouts/fonts/.` }] }
          : { path: `./${basename(address)}`, external: true };
      });
    },
  };
}
