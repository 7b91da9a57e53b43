import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the sample paper, once some test of this run has built it: to draw its pictures takes longest. */
    readonly sample: string;
  }
}

/** Run by Vitest before all tests; what it returns after them. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "dateline-"));
  provide("sample", join(folder, "sample"));
  return () => rmSync(folder, { recursive: true });
}
