import { hash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { assetAddress } from "../model/asset-address.ts";
import { SCRIPT_NAMES, type ScriptName } from "../model/page.ts";

export interface Script {
  /** Named by the content. */
  readonly address: string;
  readonly text: string;
}

export type Scripts = Readonly<Record<ScriptName, Script>>;

/** A file of src/browser/ with all that it imports, minified: a module. */
export async function makeScript(projectFolder: string, name: ScriptName): Promise<Script> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join("src/browser", `${name}.ts`)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
  });
  const text = outputFiles.map((file) => file.text).join("");
  return { address: assetAddress("assets", `${name}.js`, hash("sha256", text, "hex")), text };
}

export async function makeScripts(projectFolder: string): Promise<Scripts> {
  const made = SCRIPT_NAMES.map(
    async (name) => [name, await makeScript(projectFolder, name)] as const,
  );
  return Object.fromEntries(await Promise.all(made)) as Scripts;
}
