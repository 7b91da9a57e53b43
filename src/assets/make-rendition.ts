import Image from "@11ty/eleventy-img";
import sharp from "sharp";
import type { RenditionProps } from "../model/page-props.ts";
import { creditsOf } from "./picture-credits.ts";

// The bytes of AVIF depend on how many threads make them, which by default is the number of cores.
sharp.concurrency(1);

/** A picture in another width and format: upright, in sRGB, with its credits but without the place where it was taken. */
export async function makeRendition(
  source: Uint8Array,
  { width, format }: Pick<RenditionProps, "width" | "format">,
): Promise<Uint8Array> {
  const credits = await creditsOf(source);
  const made = await Image(Buffer.from(source), {
    widths: [width],
    formats: [format],
    formatFiltering: [],
    fixOrientation: true,
    // What is in the cache is looked up by its own name, and written whole.
    dryRun: true,
    useCache: false,
    sharpOptions: { failOn: "error", limitInputPixels: false },
    sharpAvifOptions: { quality: 45, effort: 2 },
    sharpWebpOptions: { quality: 78 },
    sharpJpegOptions: { quality: 80, mozjpeg: true },
    sharpPngOptions: { compressionLevel: 9 },
    transform: (image) => {
      image.withIccProfile("srgb");
      if (credits !== undefined) image.withXmp(credits);
    },
  });
  const [rendition] = made[format] as [{ buffer: Uint8Array }];
  return rendition.buffer;
}
