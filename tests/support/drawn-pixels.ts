import sharp, { type Sharp } from "sharp";

/** A picture whose upper left corner is red, and whose other three are green, blue and white. */
export function drawnPixels(width: number, height: number): Sharp {
  const colors = [
    [220, 30, 30],
    [30, 160, 60],
    [30, 60, 200],
    [250, 250, 250],
  ] as const;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const corner = Number(y * 2 >= height) * 2 + Number(x * 2 >= width);
      // Something fine, so that what is lost shows in the size.
      const shade = ((x * 7) ^ (y * 13)) % 24;
      pixels.set(
        (colors[corner] as readonly number[]).map((part) => Math.max(0, part - shade)),
        (y * width + x) * 3,
      );
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
