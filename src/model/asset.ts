import type { CopiedProps } from "./page-props.ts";

/** A stylesheet, script or typeface: pages show all of them alike. */
export type Asset = (MadeAsset | CopiedProps) & {
  /** Named by the content. */
  readonly address: string;
};

interface MadeAsset {
  readonly text: string;
}

/** By name: `style.css`, `site.js`, `text-latin.woff2`. */
export type Assets = Readonly<Record<string, Asset>>;
