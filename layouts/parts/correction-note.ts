import { type Html, html } from "../../src/markup/html.ts";
import type { Site } from "../../src/model/site.ts";
import type { Correction } from "../../src/model/story.ts";
import { time } from "./time.ts";

const LABELS: Record<Correction["kind"], string> = {
  correction: "Correction",
  clarification: "Clarification",
  "editors-note": "Editor’s note",
};

export function correctionNote(site: Site, { kind, date, text }: Correction): Html {
  return html`<p class="correction"><strong>${LABELS[kind]}</strong> (${time(site.zone, date)}): ${text}</p>
`;
}
