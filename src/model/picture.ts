/** A picture as it was found in its file. */
export interface PictureForm {
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What every browser shows. A drawing in SVG is published as it is, all others in renditions. */
  readonly format: "svg" | "jpeg" | "png";
}

/** A picture as pages show it. */
export interface ShownPicture {
  /** For browsers that choose none of the renditions. */
  readonly address: string;
  /** Of the original, so that its place is kept before it has come. */
  readonly width: number;
  readonly height: number;
  /** Best format first, each from narrow to wide. */
  readonly renditions: readonly Rendition[];
}

/** A picture in another width and format. */
export interface Rendition {
  readonly address: string;
  readonly width: number;
  readonly format: RenditionFormat;
}

export type RenditionFormat = "avif" | "webp" | "jpeg" | "png";

/** In which widths and formats there may be a picture; the last format is the one that every browser shows. */
const SLOT_WIDTHS = [480, 960, 1440] as const;
const SLOT_FORMATS = ["avif", "webp", "fallback"] as const;

export interface Slot {
  readonly width: (typeof SLOT_WIDTHS)[number];
  readonly format: (typeof SLOT_FORMATS)[number];
}

export const SLOTS: readonly Slot[] = SLOT_FORMATS.flatMap((format) =>
  SLOT_WIDTHS.map((width) => ({ width, format })),
);

/** What stands in a slot; `undefined` where a narrower one holds all that the picture has. */
export function renditionIn(
  { width, format }: Slot,
  form: PictureForm,
): Omit<Rendition, "address"> | undefined {
  if (form.format === "svg") return undefined;
  const narrower = SLOT_WIDTHS[SLOT_WIDTHS.indexOf(width) - 1] ?? 0;
  if (form.width <= narrower) return undefined;
  return {
    width: Math.min(width, form.width),
    format: format === "fallback" ? form.format : format,
  };
}
