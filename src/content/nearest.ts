import { closest, distance } from "fastest-levenshtein";

/** A hint that names the right word next to a wrong one, or all of them where none is near. */
export function nearestHint(wrong: string, right: readonly string[]): string {
  const near = nearest(wrong, right);
  if (near !== undefined) return `Did you mean ${near}?`;
  if (right.length === 0) return "There is none to choose from yet.";
  const more = right.length > 30 ? ", …" : "";
  return `Allowed: ${right.slice(0, 30).join(", ")}${more}.`;
}

function nearest(wrong: string, right: readonly string[]): string | undefined {
  if (right.length === 0) return undefined;
  const word = wrong.slice(0, 100).toLowerCase();
  const near = closest(word, right);
  return distance(word, near.toLowerCase()) <= Math.max(2, word.length / 3) ? near : undefined;
}
