import Image from "@11ty/eleventy-img";
import sharp from "sharp";
import type { RenditionForm } from "../model/picture.ts";
import { creditsOf } from "./picture-credits.ts";

// The bytes of AVIF depend on how many threads make them, which by default is the number of cores.
sharp.concurrency(1);

/** A picture in another width, format or shape: upright, in sRGB, with its credits but without the place where it was taken. */
export async function makeRendition(
  source: Uint8Array,
  { width, height, fit, format }: RenditionForm,
): Promise<Uint8Array> {
  const credits = await creditsOf(source);
  const ground = fit === "whole" ? await groundOf(source) : undefined;
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
      if (fit === "cut") image.resize(width, height, { fit: "cover", position: "attention" });
      if (ground)
        image
          .resize(width, height, { fit: "contain", background: ground })
          .flatten({ background: ground });
      image.withIccProfile("srgb");
      if (credits !== undefined) image.withXmp(credits);
    },
  });
  const [rendition] = made[format] as [{ buffer: Uint8Array }];
  return rendition.buffer;
}

const LARGE = 1200;
const WHITE = { r: 255, g: 255, b: 255 };

/** The color that a drawing has in its corners; white, where that is not one. */
async function groundOf(source: Uint8Array): Promise<typeof WHITE> {
  const { data, info } = await sharp(source, { limitInputPixels: false })
    .resize(LARGE, LARGE, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: WHITE })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = [0, width - 1, width * (height - 1), width * height - 1];
  const [first = WHITE, ...others] = pixels.map((pixel) => {
    const [r = 0, g = 0, b = 0] = data.subarray(pixel * channels);
    return { r, g, b };
  });
  return others.every(({ r, g, b }) => r === first.r && g === first.g && b === first.b)
    ? first
    : WHITE;
}
