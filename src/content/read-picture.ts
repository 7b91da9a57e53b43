import type { Problem } from "../model/problem.ts";
import type { Reading, SeenFile } from "../model/reading.ts";
import { inspectPicture } from "./inspect-picture.ts";
import { problemAt } from "./problem-in-file.ts";
import { hashOfBytes, readPictureBytes } from "./read-file.ts";

/** Reads a picture to its form, or to its problems. While it has the known hash, nothing more is done. */
export async function readPicture(
  file: SeenFile,
  contentFolder: string,
  knownHash: string | undefined,
): Promise<Pick<Reading, "hash" | "outcome" | "problems">> {
  const bytes = readPictureBytes(contentFolder, file.path);
  if ("code" in bytes) return faulty("", [bytes]);
  const hash = hashOfBytes(bytes);
  if (hash === knownHash) return { hash, outcome: { kind: "same" }, problems: [] };
  const { form, findings } = await inspectPicture(file.path, bytes);
  const problems = findings.map((finding) => problemAt(file.path, finding));
  if (form === undefined) return faulty(hash, problems);
  return { hash, outcome: { kind: "copied", form }, problems };
}

function faulty(hash: string, problems: readonly Problem[]) {
  return { hash, outcome: { kind: "faulty" } as const, problems };
}
