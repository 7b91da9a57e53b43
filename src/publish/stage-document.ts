import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hashOf } from "../archive/hash-of.ts";
import { outputFile } from "../model/address.ts";
import type { Document, Rendering } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import type { Twin } from "../model/site.ts";
import { isCompressible, writeTwins } from "./twins.ts";

/** A page whose bytes are ready to be put where readers get them. */
export interface StagedPage {
  readonly page: Page;
  /** Of what it shows; empty where another version follows in the same build. */
  readonly fingerprint: string;
  /** Of its bytes. */
  readonly hash: string;
  /** Where they wait; `undefined` where the same bytes are published already. */
  readonly file: string | undefined;
  /** Absent where it was not rendered now. */
  readonly rendering?: Rendering | undefined;
}

/**
 * Writes a document to a file, and its twins beside it, unless its bytes are published; `undefined` for a copy whose original
 * changed.
 */
export function stageDocument(
  { page, fingerprint, content, rendering }: Document,
  file: string,
  publishedHash: string | undefined,
  twins: readonly Twin[],
): StagedPage | undefined {
  const hash = typeof content === "string" ? hashOf(content) : content.hash;
  if (hash === publishedHash) return { page, fingerprint, hash, file: undefined, rendering };
  mkdirSync(dirname(file), { recursive: true });
  if (typeof content === "string") writeFileSync(file, content);
  else if (!copyUnchanged(content.file, hash, file)) return undefined;
  if (twins.length > 0 && isCompressible(outputFile(page.address))) {
    writeTwins(file, readFileSync(file), twins);
  }
  return { page, fingerprint, hash, file, rendering };
}

function copyUnchanged(original: string, hash: string, file: string): boolean {
  copyFileSync(original, file);
  if (hashOf(readFileSync(file)) === hash) return true;
  rmSync(file);
  return false;
}
