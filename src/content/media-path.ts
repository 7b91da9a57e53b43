import { nearestHint } from "./nearest.ts";
import { refusePathForm } from "./path-form.ts";
import { quoted, type Refusal } from "./refusal.ts";

const EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"];

/** Path of a picture inside content/media/. */
export function mediaPath(text: string): string | Refusal {
  const path = text.normalize("NFC");
  if (!isInside(path)) return refusePath(path);
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (EXTENSIONS.includes(extension)) return path;
  return {
    code: "picture-format",
    message: `${quoted(path)} is not the name of a picture.`,
    hint: `Pictures end in ${EXTENSIONS.map((name) => `.${name}`).join(", ")}.`,
  };
}

function isInside(path: string): boolean {
  if (/[\\:?#\p{Cc}]/u.test(path)) return false;
  return path.split("/").every((name) => name !== "" && !name.startsWith("."));
}

function refusePath(path: string): Refusal {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return {
    code: "picture-path",
    message: `${quoted(path)} is not a path inside content/media/.`,
    hint: `Put the picture there and write its path from there: ${/^[\w.-]+$/.test(name) ? name : "2001/summit.jpg"}`,
  };
}

export interface Pictures {
  readonly hasPicture: (src: string) => boolean;
  readonly pictureNames: () => readonly string[];
}

export function refuseMissingPicture(src: string, pictures: Pictures): Refusal | undefined {
  if (pictures.hasPicture(src)) return undefined;
  const names = pictures.pictureNames();
  const inOtherForm = names.find((name) => name.normalize("NFC") === src);
  if (inOtherForm !== undefined) return refusePathForm(`media/${inOtherForm}`);
  return {
    code: "picture-missing",
    message: `There is no ${quoted(src)} in content/media/.`,
    hint: nearestHint(src, names),
  };
}
