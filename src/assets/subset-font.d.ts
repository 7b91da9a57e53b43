declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      readonly targetFormat: "woff2" | "sfnt";
      readonly noHinting: boolean;
      /** OpenType features that are kept. */
      readonly keepFeatures: readonly string[];
      /** Values at which axes are fixed, or ranges to which they are cut. */
      readonly variationAxes: Readonly<Record<string, number | { min: number; max: number }>>;
    },
  ): Promise<Buffer>;
}
