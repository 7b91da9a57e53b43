import { gzipSync } from "node:zlib";
import type { Finding, OutputText } from "./output-text.ts";

/** Bytes that a page may have: a phone with a bad connection gets 100 kB in two seconds. */
const PAGE_BYTES = 100_000;

/** What browsers ask for again and again. */
const LATEST_BYTES = 4_000;

export function inspectWeight({ file, text }: OutputText): Finding[] {
  const bytes = Buffer.byteLength(text);
  if (file.endsWith(".html")) return bytes > PAGE_BYTES ? [heavy(bytes, PAGE_BYTES)] : [];
  if (!/(^|\/)latest\.json$/.test(file)) return [];
  const compressed = gzipSync(text).length;
  return compressed > LATEST_BYTES ? [heavy(compressed, LATEST_BYTES)] : [];
}

function heavy(bytes: number, most: number): Finding {
  return {
    severity: "warning",
    code: "output-weight",
    message: `The file has ${bytes} bytes, of at most ${most}.`,
    hint: "Divide the text, or have the layout show less.",
  };
}
