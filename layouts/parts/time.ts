import { type Html, html, nothing } from "../../src/markup/html.ts";
import { isoIn, type Stamp } from "../../src/model/instant.ts";
import { stampText, timeText } from "./dates.ts";

export interface TimeView {
  /** Property of microformats that it is. */
  readonly microformat?: string;
  /** Whether the day goes without saying. */
  readonly isDayKnown?: boolean;
}

/** A moment for readers, in words, and for machines, with the offset of the zone; nothing of a day alone that is known. */
export function time(
  zone: string,
  stamp: Stamp,
  { microformat, isDayKnown = false }: TimeView = {},
): Html {
  if (isDayKnown && !stamp.hasTime) return nothing;
  const text = isDayKnown ? timeText(zone, stamp.at) : stampText(zone, stamp);
  const known = microformat === undefined ? nothing : html` class="${microformat}"`;
  return html`<time${known} datetime="${isoIn(zone, stamp.at)}">${text}</time>`;
}
