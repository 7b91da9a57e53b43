import type { Contender, Sample } from "./contender.ts";
import { PROJECT } from "./dateline-build.ts";
import { measure } from "./measure.ts";

/** What takes its time whatever the archive: the start of Node, and the import of Eleventy. */
export const yardsticks: Contender = {
  name: "yardsticks",
  version: () => `Node ${process.version}`,
  async *measure() {
    yield await measureNode("-e 0", ["-e", "0"]);
    const source = 'await import("@11ty/eleventy")';
    yield await measureNode("import of Eleventy", ["--input-type=module", "-e", source]);
  },
};

async function measureNode(what: string, args: readonly string[]): Promise<Sample> {
  const usage = await measure({ program: process.execPath, args, folder: PROJECT });
  return { by: "node", what, usage, pages: 0, steps: {} };
}
