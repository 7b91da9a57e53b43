import sharp from "sharp";

/** PNG files of one color each, as Latin-1 text. */
export const TINY_PNGS: readonly string[] = await Promise.all(
  ["#9e1b1b", "#1b1a17", "#d5ccb8"].map(async (background) => {
    const create = { width: 40, height: 30, channels: 3, background } as const;
    return (await sharp({ create }).png().toBuffer()).toString("latin1");
  }),
);
