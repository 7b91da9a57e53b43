import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { assetAddress } from "../model/asset-address.ts";

export interface Stylesheet {
  /** Named by the content. */
  readonly address: string;
  readonly text: string;
}

/** The paper's one stylesheet, minified. */
export async function makeStylesheet(projectFolder: string): Promise<Stylesheet> {
  const source = await readFile(join(projectFolder, "layouts/style.css"), "utf8");
  const { code } = await transform(source, { loader: "css", minify: true, charset: "utf8" });
  return { address: assetAddress("assets", "style.css", hash("sha256", code, "hex")), text: code };
}
