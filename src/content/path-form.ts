import type { Refusal } from "./refusal.ts";

/** Refuses a name in another Unicode form than NFC: addresses are in that one, and systems differ in what they take for the same. */
export function refusePathForm(path: string): Refusal | undefined {
  const right = path.normalize("NFC");
  if (path === right) return undefined;
  return {
    code: "path-nfc",
    message: "Letters of the file's name are written in parts (not in Unicode's form NFC).",
    hint: `Type the name again: ${right}`,
  };
}
