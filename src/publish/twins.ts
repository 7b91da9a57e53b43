import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { TWINS, type Twin } from "../model/site.ts";

/** Whether a file's bytes are worth compressing: pictures and typefaces are compressed as they are. */
export function isCompressible(file: string): boolean {
  return /\.(html|css|js|json|xml|svg|txt|webmanifest)$/.test(file);
}

/** Whether a file is another one of the folder, compressed. */
export function originalOf(file: string): string | undefined {
  const original = TWINS.flatMap((twin) =>
    file.endsWith(`.${twin}`) ? file.slice(0, -twin.length - 1) : [],
  )[0];
  return original !== undefined && isCompressible(original) ? original : undefined;
}

/** Writes a file's twins beside it, those that are smaller than it is. */
export function writeTwins(file: string, bytes: Uint8Array, twins: readonly Twin[]): void {
  for (const twin of twins) {
    const compressed = COMPRESSORS[twin](bytes);
    if (compressed.length < bytes.length) writeFileSync(`${file}.${twin}`, compressed);
  }
}

const COMPRESSORS: Readonly<Record<Twin, (bytes: Uint8Array) => Uint8Array>> = {
  br: (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
};

/** Before a file changes or goes: no server may send what it was. */
export function removeTwins(file: string): void {
  for (const twin of TWINS) rmSync(`${file}.${twin}`, { force: true });
}

/** After the file itself. */
export function moveTwins(file: string, target: string): void {
  for (const twin of TWINS) {
    if (existsSync(`${file}.${twin}`)) renameSync(`${file}.${twin}`, `${target}.${twin}`);
  }
}

/** A file of a folder and the twins that it has there. */
export function twinsAt(folder: string, file: string): string[] {
  const twins = TWINS.map((twin) => `${file}.${twin}`);
  return [file, ...twins.filter((twin) => existsSync(join(folder, twin)))];
}
