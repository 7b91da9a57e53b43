import { type Html, html } from "../../src/markup/html.ts";
import { typographic } from "../../src/markup/typographic.ts";
import type { Site } from "../../src/model/site.ts";
import type { Correction } from "../../src/model/story.ts";
import { inPaperLanguage } from "./language.ts";
import { type TimeView, time } from "./time.ts";

const LABELS: Record<Correction["kind"], string> = {
  correction: "Correction",
  clarification: "Clarification",
  "editors-note": "Editor’s note",
};

/** What kind of correction it is, in words. */
export function correctionLabel(kind: Correction["kind"]): string {
  return LABELS[kind];
}

/** A correction of a story in `language`. */
export function correctionNote(
  site: Site,
  language: string,
  correction: Correction,
  timeView: TimeView = {},
): Html {
  const { kind, date, text } = correction;
  const label = html`<strong>${correctionLabel(kind)}</strong> (${time(site.zone, date, timeView)})`;
  return html`<p class="correction">${inPaperLanguage(site, language, label)}: ${typographic(text)}</p>
`;
}
