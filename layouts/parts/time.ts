import { type Html, html, nothing } from "../../src/markup/html.ts";
import { isoIn, type Stamp } from "../../src/model/instant.ts";
import { stampText } from "./dates.ts";

export interface TimeView {
  /** Property of microformats that it is. */
  readonly microformat?: string;
}

/** A moment for readers, in words, and for machines, with the offset of the zone. */
export function time(zone: string, stamp: Stamp, { microformat }: TimeView = {}): Html {
  const known = microformat === undefined ? nothing : html` class="${microformat}"`;
  return html`<time${known} datetime="${isoIn(zone, stamp.at)}">${stampText(zone, stamp)}</time>`;
}
