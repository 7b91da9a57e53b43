/** The paper's mark, as browsers show it on tabs and home screens. */
export interface IconProps {
  /** First letter of the paper's name; empty where the typefaces lack it. */
  readonly initial: string;
  /** In pixels, square; absent of the drawing that the others are made of. */
  readonly width?: number;
  /** By which it is drawn. */
  readonly recipe: string;
}

/** In the sizes that manifests and home screens ask for. */
export const ICONS: readonly { readonly name: string; readonly width?: number }[] = [
  { name: "icon.svg" },
  { name: "icon-180.png", width: 180 },
  { name: "icon-192.png", width: 192 },
  { name: "icon-512.png", width: 512 },
];

/** Of /favicon.ico. */
export const FAVICON_WIDTH = 48;

/** Another one wherever a drawing comes out with other bytes: their names are made of it. */
export const ICON_RECIPE = "satori 0.63.2, resvg 2.6.2, icon 2";

/** Under which the cache has them. */
export const ICONS_ORIGIN = "site.yaml#icons";
