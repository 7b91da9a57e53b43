// Eleventy's Image ships no types: what Dateline uses of it.
declare module "@11ty/eleventy-img" {
  import type { Sharp, SharpOptions } from "sharp";

  export interface ImageOptions {
    readonly widths: readonly number[];
    readonly formats: readonly string[];
    readonly formatFiltering: readonly string[];
    readonly fixOrientation: boolean;
    readonly dryRun: boolean;
    readonly useCache: boolean;
    readonly sharpOptions: SharpOptions;
    readonly sharpAvifOptions: object;
    readonly sharpWebpOptions: object;
    readonly sharpJpegOptions: object;
    readonly sharpPngOptions: object;
    readonly transform: (image: Sharp) => void;
  }

  export default function Image(
    source: Buffer,
    options: ImageOptions,
  ): Promise<Readonly<Record<string, readonly { readonly buffer: Uint8Array }[]>>>;
}
