import type { PictureForm } from "../model/picture.ts";
import { inspectSvg } from "./inspect-svg.ts";
import type { PlacedFinding } from "./problem-in-file.ts";

export interface PictureInspection {
  /** There exactly when no finding is an error. */
  readonly form?: PictureForm;
  readonly findings: readonly PlacedFinding[];
}

/** What a picture's bytes are, whatever its name says, and what keeps them from being shown. */
export async function inspectPicture(path: string, bytes: Uint8Array): Promise<PictureInspection> {
  if (/\.svg$/i.test(path)) return inspectSvg(bytes);
  return hasSignature(bytes) ? await inspectPixels(bytes) : refused(UNKNOWN);
}

/** JPEG, PNG, GIF, WebP and AVIF: no other bytes are handed to a decoder. */
function hasSignature(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF.{4}WEBP|.{4}ftypavi[fs])/s.test(start);
}

/** More are a mistake, or meant to use up a machine's memory. */
const MOST_PIXELS = 100_000_000;
/** Height over width: what is longer would be taller than WebP can be. */
const STEEPEST = 10;
const FLATTEST = 1 / 20;

async function inspectPixels(bytes: Uint8Array): Promise<PictureInspection> {
  const { default: sharp } = await import("sharp");
  // Its warnings are about what browsers show all the same.
  const open = () => sharp(bytes, { failOn: "error", limitInputPixels: false });
  const metadata = await open()
    .metadata()
    .catch(() => undefined);
  if (metadata === undefined) return refused(DAMAGED);
  const { width, height } = metadata.autoOrient;
  if (width * height > MOST_PIXELS) return refused(tooLarge(width, height));
  const slope = height / width;
  if (slope > STEEPEST || slope < FLATTEST) return refused(outOfProportion(width, height));
  const isWhole = await open()
    .resize(8, 8, { fit: "fill" })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  if (!isWhole) return refused(DAMAGED);
  const isDrawn = metadata.format === "png" || metadata.format === "gif";
  const format = isDrawn || metadata.hasAlpha ? "png" : "jpeg";
  return {
    form: { width, height, format },
    findings: (metadata.pages ?? 1) > 1 ? [{ ...FIRST_BYTE, ...ANIMATED }] : [],
  };
}

type Fault = Omit<PlacedFinding, "line" | "column" | "length">;

const FIRST_BYTE = { line: 1, column: 1, length: 1 };

function refused(fault: Fault): PictureInspection {
  return { findings: [{ ...FIRST_BYTE, ...fault }] };
}

const UNKNOWN: Fault = {
  code: "picture-unknown",
  message: "This is no JPEG, PNG, WebP, AVIF or GIF, whatever its name says.",
  hint: "Save it again from the program that it comes from, as JPEG or PNG.",
};

const DAMAGED: Fault = {
  code: "picture-damaged",
  message: "The picture is damaged, or a part of it is missing.",
  hint: "Copy it here again from where it comes from.",
};

const ANIMATED: Fault = {
  severity: "warning",
  code: "picture-animated",
  message: "The picture moves: readers see the first of its frames alone.",
  hint: "Save the frame that tells the story as PNG.",
};

function tooLarge(width: number, height: number): Fault {
  return {
    code: "picture-too-large",
    message: `The picture has ${width} × ${height} pixels; 100 million are the most.`,
    hint: "Scale it down to a width of 3,000 pixels.",
  };
}

function outOfProportion(width: number, height: number): Fault {
  return {
    code: "picture-proportions",
    message: `A picture of ${width} × ${height} pixels would be a line on the page.`,
    hint: "Crop it: at most 20 times as wide as high, or 10 times as high as wide.",
  };
}
