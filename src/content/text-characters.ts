import type { PlacedFinding } from "./problem-in-file.ts";
import { codePoint, type Refusal } from "./refusal.ts";

/** Controls, overrides of the direction of writing, halves of characters, and what is none: XML and feeds can't carry most. */
const IN_VALUE = /[\p{Cs}\u202d\u202e\ufeff\ufffe\uffff]|(?!\n)\p{Cc}/u;
// Spelled out: a class of its own is found ten times as fast as one that is cut from \p{Cc}.
// biome-ignore lint/suspicious/noControlCharactersInRegex: They are what is looked for.
const IN_BODY = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]/;

export function refuseCharacters(text: string): Refusal | undefined {
  const sign = IN_VALUE.exec(text)?.[0];
  return sign === undefined ? undefined : controlCharacter(sign);
}

/** Control characters of a body, the first of each line. */
export function findControlCharacters(body: string): PlacedFinding[] {
  if (!IN_BODY.test(body)) return [];
  return body.split("\n").flatMap((text, index) => {
    const found = IN_BODY.exec(text);
    return found
      ? [{ line: index + 1, column: found.index + 1, length: 1, ...controlCharacter(found[0]) }]
      : [];
  });
}

function controlCharacter(sign: string): Refusal {
  return {
    code: "text-control-character",
    message: `The text holds the control character ${codePoint(sign)}, which nobody can see.`,
    hint: "Delete it, or type the text again.",
  };
}
