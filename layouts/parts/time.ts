import { type Html, html } from "../../src/markup/html.ts";
import { isoIn, type Stamp } from "../../src/model/instant.ts";
import { stampText } from "./dates.ts";

/** A moment for readers, in words, and for machines, with the offset of the zone. */
export function time(zone: string, stamp: Stamp): Html {
  return html`<time datetime="${isoIn(zone, stamp.at)}">${stampText(zone, stamp)}</time>`;
}
