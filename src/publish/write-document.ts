import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hashOf } from "../archive/hash-of.ts";
import type { Document } from "../model/document.ts";

/** SHA-256 of a document's bytes. */
export function hashOfDocument({ content }: Document): string {
  return typeof content === "string" ? hashOf(content) : content.hash;
}

/** Writes a document to a file; `false`, and no file, where a copied file is no longer what was read. */
export function writeDocument({ content }: Document, file: string): boolean {
  if (typeof content === "string") {
    writeFileSync(file, content);
    return true;
  }
  copyFileSync(content.file, file);
  if (hashOf(readFileSync(file)) === content.hash) return true;
  rmSync(file);
  return false;
}
