import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/build.ts";
import { filesOf, knownCode, type TestPaper } from "./paper-from.ts";

/** What a build publishes that knows nothing of earlier ones. */
export async function fullOutput(paper: TestPaper): Promise<Map<string, string>> {
  const outputFolder = join(paper.folder, "full");
  const cacheFolder = join(paper.folder, "full.cache");
  try {
    await build({ ...paper, outputFolder, cacheFolder }, paper.now, knownCode(paper));
    return filesOf(outputFolder);
  } finally {
    rmSync(outputFolder, { recursive: true, force: true });
    rmSync(cacheFolder, { recursive: true, force: true });
  }
}

/** Files in which an output differs from that of a full build. Superseded assets may stay. */
export function differences(
  output: ReadonlyMap<string, string>,
  full: ReadonlyMap<string, string>,
): string[] {
  const assets = new Set([...full.keys()].map(unhashed));
  const isSuperseded = (file: string) =>
    unhashed(file) !== file && (assets.has(unhashed(file)) || isShared(file, full));
  const wrong = [...full].filter(([file, bytes]) => output.get(file) !== bytes);
  const extra = [...output.keys()].filter((file) => !full.has(file) && !isSuperseded(file));
  return [
    ...wrong.map(([file, bytes]) => `${file}: ${firstDifference(output.get(file), bytes)}`),
    ...extra.map((file) => `${file}: should be gone`),
  ];
}

/** A story that readers have may have been shared, whatever the paper wants now; what it never was is a leak. */
function isShared(file: string, full: ReadonlyMap<string, string>): boolean {
  const [, story] = /^share\/(.+)$/.exec(unhashed(file)) ?? [];
  if (story === undefined) return false;
  return story === "paper" || full.get(`${story}/index.html`)?.includes("h-entry") === true;
}

/** Name of an asset without its content's hash, size and format; of any other file, its name. */
function unhashed(file: string): string {
  return file.replace(/^((?:assets|media|share)\/.+?)(?:-\d+(?:x\d+)?)?\.[0-9a-f]{8}\.\w+$/, "$1");
}

function firstDifference(text: string | undefined, full: string): string {
  if (text === undefined) return "is missing";
  const [lines, right] = [text.split("\n"), full.split("\n")];
  const index = right.findIndex((line, at) => line !== lines[at]);
  return `${lines[index]} instead of ${right[index]}`;
}
