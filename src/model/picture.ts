/** A picture as it was found in its file. */
export interface PictureForm {
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What every browser shows. A drawing in SVG is published as it is, all others in renditions. */
  readonly format: "svg" | "jpeg" | "png";
  /** Of an SVG in which something can't be drawn here as browsers do: text in other scripts than the typefaces have, say. */
  readonly isUndrawable?: true;
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

/** A picture in one of the shapes in which search engines show it. */
export interface Shape {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export type RenditionFormat = "avif" | "webp" | "jpeg" | "png";

/** In which widths and formats there may be a picture; the last format is the one that every browser shows. */
const SLOT_WIDTHS = [480, 960, 1440] as const;
const SLOT_FORMATS = ["avif", "webp", "fallback"] as const;

interface SizeSlot {
  readonly name: string;
  readonly width: (typeof SLOT_WIDTHS)[number];
  readonly format: (typeof SLOT_FORMATS)[number];
}

interface ShapeSlot {
  readonly name: string;
  /** Width and height, without a common divisor. */
  readonly ratio: readonly [number, number];
}

export type Slot = SizeSlot | ShapeSlot;

export const SIZE_SLOTS: readonly SizeSlot[] = SLOT_FORMATS.flatMap((format) =>
  SLOT_WIDTHS.map((width) => ({ name: `${width}.${format}`, width, format })),
);

/** The shapes that Google asks for; the first is that of Discover. */
export const SHAPE_SLOTS: readonly ShapeSlot[] = (
  [
    [16, 9],
    [4, 3],
    [1, 1],
  ] as const
).map((ratio) => ({ name: ratio.join("x"), ratio }));

export const SLOTS: readonly Slot[] = [...SIZE_SLOTS, ...SHAPE_SLOTS];

/** What a rendition is, beside its address. */
export interface RenditionForm {
  readonly width: number;
  /** Of a shape: the picture is cut to it, or stands in it whole. */
  readonly height?: number;
  readonly fit?: "cut" | "whole";
  readonly format: RenditionFormat;
}

/** By which a rendition is told from the others of its picture: `480.avif`, `1200x675.jpg`. */
export function renditionName({ width, height, format }: RenditionForm): string {
  const size = height === undefined ? width : `${width}x${height}`;
  return `${size}.${format === "jpeg" ? "jpg" : format}`;
}

/** What stands in a slot; `undefined` where another one holds all that the picture has, or it has too little. */
export function renditionIn(slot: Slot, form: PictureForm): RenditionForm | undefined {
  return "ratio" in slot ? shapeIn(slot, form) : sizeIn(slot, form);
}

/** Pixels. Discover shows no picture large that is narrower. */
const SHAPE_WIDTH = 1200;

/** Search engines show no picture of fewer. */
export const LEAST_PIXELS = 50_000;

/**
 * What stands in the slot of a shape. A photograph is cut; a drawing would be spoiled by that, and what has not the format of
 * photographs is mostly one. None is blown up, but for an SVG, which has any size.
 */
export function shapeIn(
  { ratio: [across, down] }: ShapeSlot,
  { width, height, format, isUndrawable }: PictureForm,
): Required<RenditionForm> | undefined {
  if (isUndrawable) return undefined;
  const isScalable = format === "svg";
  if (!isScalable && width * height < LEAST_PIXELS) return undefined;
  const fit = format === "jpeg" ? "cut" : "whole";
  const [wide, high] = [width / across, height / down];
  const held = Math.floor(fit === "cut" ? Math.min(wide, high) : Math.max(wide, high));
  const unit = Math.min(SHAPE_WIDTH / across, isScalable ? Number.POSITIVE_INFINITY : held);
  const shape = { width: unit * across, height: unit * down };
  if (shape.width * shape.height < LEAST_PIXELS) return undefined;
  return { ...shape, fit, format: isScalable ? "png" : format };
}

export function sizeIn(
  { width, format }: SizeSlot,
  form: PictureForm,
): Pick<RenditionForm, "width" | "format"> | undefined {
  if (form.format === "svg") return undefined;
  const narrower = SLOT_WIDTHS[SLOT_WIDTHS.indexOf(width) - 1] ?? 0;
  if (form.width <= narrower) return undefined;
  return {
    width: Math.min(width, form.width),
    format: format === "fallback" ? form.format : format,
  };
}
