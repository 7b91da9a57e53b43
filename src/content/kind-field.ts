import { choice } from "./fields.ts";
import { nearestHint } from "./nearest.ts";
import { quoted } from "./refusal.ts";

/** A kind of story, correction or author. */
export function kindField<const T extends string>(kinds: readonly T[]) {
  return choice(kinds, (text) => ({
    code: "kind-unknown",
    message: `${quoted(text)} is no kind that there is.`,
    hint: nearestHint(text, kinds),
  }));
}
