import type { Place } from "./place.ts";

/** What the picture of a story shows where somebody shares it. */
export interface ShareImageProps {
  readonly paper: string;
  /** Absent on the paper's own. */
  readonly story?: SharedStory;
  readonly recipe: string;
}

export interface SharedStory {
  /** Inside the content folder. */
  readonly path: string;
  readonly headline: string;
  /** Kicker, or the name of the section. */
  readonly line?: string;
  readonly dateline?: string;
  /** Where the dateline says that it was filed. */
  readonly place?: Place;
}

/** As pages name it to those who show it beside a link. */
export interface ShareImage {
  readonly address: string;
  readonly alt: string;
}

export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/** Another one wherever a drawing comes out with other bytes: their names are made of it. */
export const SHARE_RECIPE = "satori 0.63.2, resvg 2.6.2, card 3";

/**
 * Whether the typefaces that draw a text have all its characters: a box would look like a fault of the paper.
 * Arabic is left out, though there is a typeface: its marks would stand in the wrong places.
 */
export function isDrawable(text: string): boolean {
  return /^[ -~\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017e\u0218-\u021b\u0400-\u045f\u0490\u0491\u1e9e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2116\u2122]*$/.test(
    text,
  );
}
