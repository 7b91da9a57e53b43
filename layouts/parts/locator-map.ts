import { type Html, html, nothing } from "../../src/markup/html.ts";
import { mapAddress } from "../../src/model/address.ts";
import { placeText } from "../../src/model/place.ts";
import { href, type Site } from "../../src/model/site.ts";
import type { ShownStory } from "../../src/model/story.ts";

/** Where the story was filed. As a part of the page, not as an image, the map follows the page into the dark. */
export function locatorMap(site: Site, { place }: ShownStory): Html {
  if (place === undefined) return nothing;
  const text = placeText(place, site.language);
  return html`<figure class="locator">
<svg viewBox="0 0 160 120" width="160" height="120" role="img" aria-label="Map: ${text}"><use href="${href(site, mapAddress(place.key))}#map"/></svg>
<figcaption aria-hidden="true">${text}</figcaption>
</figure>
`;
}
