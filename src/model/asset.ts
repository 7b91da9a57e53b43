import type { CopiedProps } from "./page-props.ts";

/** A stylesheet, script or typeface: pages show all of them alike. */
export type Asset = (MadeAsset | CopiedProps) & {
  /** Named by the content. */
  readonly address: string;
};

interface MadeAsset {
  readonly text: string;
}

/** The service worker that shows notifications, and the one that takes its place to go: as texts. */
export interface Workers {
  readonly notify: string;
  readonly leave: string;
}

/** By name: `style.css`, `site.js`, `text-latin.woff2`. */
export type Assets = Readonly<Record<string, Asset>>;
