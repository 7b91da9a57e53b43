import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import { parentOf } from "../model/content-path.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt } from "./problem-in-file.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

export interface ContentFile {
  /** Without byte order mark; each line ends with a line feed alone. */
  readonly source: string;
  /** The first 32 characters of the SHA-256 in hex; the same with any line ends, which Git may change in a clone. */
  readonly hash: string;
}

const LARGEST_BYTES = 2 * 1024 * 1024;
const LARGEST_PICTURE_BYTES = 50 * 1024 * 1024;

/** Folders that were found to be no symbolic links: each is looked at once for all files that are read together. */
export type CheckedFolders = Set<string>;

/** Reads a text file of the content folder. `path` is inside the folder, with `/`. */
export function readContentFile(
  contentFolder: string,
  path: string,
  checked: CheckedFolders = new Set(),
): ContentFile | Problem {
  const bytes = readBytesIn(contentFolder, path, checked, LARGEST_BYTES);
  if (isRefusal(bytes)) return problemOfFile(path, bytes);

  const refusal = refusalOfBytes(bytes);
  if (refusal !== undefined) return problemOfFile(path, refusal);
  const text = new TextDecoder().decode(bytes);
  if (!text.includes("\r")) return { source: text, hash: hashOfBytes(bytes) };
  const source = text.replace(/\r\n?/g, "\n");
  return { source, hash: hashOfBytes(Buffer.from(source)) };
}

/** The hash of a file that is published as it is, of any size. */
export function hashContentFile(contentFolder: string, path: string): string | Problem {
  const bytes = readBytesIn(contentFolder, path, new Set(), Number.POSITIVE_INFINITY);
  return isRefusal(bytes) ? problemOfFile(path, bytes) : hashOfBytes(bytes);
}

/** The bytes of a picture; one of more than 50 MB is none that a newsroom would want to keep. */
export function readPictureBytes(contentFolder: string, path: string): Uint8Array | Problem {
  const bytes = readBytesIn(contentFolder, path, new Set(), LARGEST_PICTURE_BYTES);
  return isRefusal(bytes) ? problemOfFile(path, bytes) : bytes;
}

export function hashOfBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex").slice(0, 32);
}

function problemOfFile(path: string, refusal: Refusal): Problem {
  return problemAt(path, { line: 1, column: 1, length: 1, ...refusal });
}

function readBytesIn(
  contentFolder: string,
  path: string,
  checked: CheckedFolders,
  largest: number,
): Uint8Array | Refusal {
  const file = join(contentFolder, path);
  return refusalOfFolders(contentFolder, parentOf(path), checked) ?? readBytes(file, largest);
}

function refusalOfFolders(
  contentFolder: string,
  folder: string,
  checked: CheckedFolders,
): Refusal | undefined {
  if (folder === "" || checked.has(folder)) return undefined;
  const above = refusalOfFolders(contentFolder, parentOf(folder), checked);
  if (above !== undefined) return above;
  const stats = catchUnreadable(() => lstatSync(join(contentFolder, folder)));
  if (isRefusal(stats)) return stats;
  if (stats.isSymbolicLink()) return SYMLINK;
  checked.add(folder);
  return undefined;
}

function refusalOfFile(stats: Stats, largest: number): Refusal | undefined {
  if (stats.isDirectory()) return FOLDER;
  if (!stats.isFile()) return NOT_REGULAR;
  if (stats.size <= largest) return undefined;
  return largest === LARGEST_BYTES ? TOO_LARGE : PICTURE_TOO_LARGE;
}

function readBytes(file: string, largest: number): Uint8Array | Refusal {
  return catchUnreadable(() => {
    // Else to open a FIFO would wait until somebody writes to it.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const opened = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      return refusalOfFile(fstatSync(opened), largest) ?? readFileSync(opened);
    } finally {
      closeSync(opened);
    }
  });
}

/** What an editor can mend; any other fault is the machine's. */
const UNREADABLE_CODES = new Set(["EACCES", "EPERM", "ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"]);

function catchUnreadable<T>(read: () => T): T | Refusal {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ELOOP") return SYMLINK;
    // Of a socket on Linux and on macOS, and of a device that is not there.
    if (["ENXIO", "EOPNOTSUPP", "ENODEV"].includes(code)) return NOT_REGULAR;
    if (!UNREADABLE_CODES.has(code)) throw error;
    return unreadable(code);
  }
}

function refusalOfBytes(bytes: Uint8Array): Refusal | undefined {
  const [first, second] = bytes;
  const isUtf16 =
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0) !== (second === 0);
  if (isUtf16 && bytes.length > 1) return encodingOf("UTF-16");
  if (!isUtf8(bytes)) return encodingOf(encodingName(bytes));
  return bytes.includes(0) ? NUL : undefined;
}

/** Text in an 8-bit encoding has no more than a few bytes that are not ASCII's. */
function encodingName(bytes: Uint8Array): string | undefined {
  const controls = bytes.filter((byte) => byte < 9 || byte === 127).length;
  return controls === 0 ? "Latin-1 (or Windows-1252)" : undefined;
}

function encodingOf(name: string | undefined): Refusal {
  return {
    code: "file-encoding",
    message: name
      ? `The file is written in ${name}, not in UTF-8.`
      : "The file is not text in UTF-8.",
    hint: name
      ? "Save it again with the encoding UTF-8."
      : "Is it a picture or a document by mistake?",
  };
}

function unreadable(code: string): Refusal {
  return {
    code: "file-unreadable",
    message: `The file can't be read (${code}).`,
    hint: "Check that it is there and that you are allowed to read it.",
  };
}

const SYMLINK: Refusal = {
  code: "file-symlink",
  message: "The file, or a folder that it is in, is a symbolic link.",
  hint: "Put the file itself here.",
};

const FOLDER: Refusal = {
  code: "file-is-folder",
  message: "This is a folder where a file is expected.",
  hint: "Rename it so that it doesn't look like a file.",
};

const NOT_REGULAR: Refusal = {
  code: "file-not-regular",
  message: "This is not a file but a pipe, a socket or a device.",
  hint: "Delete it.",
};

const TOO_LARGE: Refusal = {
  code: "file-too-large",
  message: "The file has more than 2 MB.",
  hint: "Put pictures under content/media/, and divide a very long text.",
};

const PICTURE_TOO_LARGE: Refusal = {
  code: "file-too-large",
  message: "The picture has more than 50 MB.",
  hint: "Save it again as JPEG, 3,000 pixels wide.",
};

const NUL: Refusal = {
  code: "file-nul",
  message: "The file holds NUL characters, so it is no text.",
  hint: "Is it a picture or a document by mistake?",
};
