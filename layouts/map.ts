import { type Html, html, nothing } from "../src/markup/html.ts";
import type { Frame } from "../src/model/frame.ts";
import { type Place, placeText } from "../src/model/place.ts";

interface MapDocumentProps {
  readonly frame: Frame;
  readonly place: Place;
  /** Path data in a box of 160 by 120, with the place in the middle. */
  readonly shapes: { readonly land: string; readonly borders: string };
}

/**
 * The map around a place, once for all stories that show it: as an image by itself, and by its `map` as a part of their pages,
 * whose `--land`, `--sea`, `--border` and `--accent` it then takes. No style sheet of its own: policies may refuse it.
 */
export function mapDocument({ frame, place, shapes }: MapDocumentProps): Html {
  const title = `Map: ${placeText(place, frame.site.language)}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120">
<title>${title}</title>
<g id="map">
<path fill="var(--sea,#eef2f3)" d="M0 0h160v120H0z"/>
<path fill="var(--land,#cfc8ba)" d="${shapes.land}"/>
${borderLines(shapes.borders)}<circle cx="80" cy="60" r="3.5" fill="var(--accent,#a3160c)" stroke="var(--sea,#eef2f3)" stroke-width="1.5"/>
</g>
</svg>
`;
}

function borderLines(borders: string): Html {
  if (borders === "") return nothing;
  return html`<path fill="none" stroke="var(--border,#fff)" stroke-width=".7" d="${borders}"/>
`;
}
