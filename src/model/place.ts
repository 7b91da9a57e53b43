import { remembering } from "./remembering.ts";

/** Where a story was filed: a dateline as a point on the earth. */
export interface Place {
  /** Part of the address of its map; another for any other name or point. */
  readonly key: string;
  /** In English, or as site.yaml has it: `Rome`. */
  readonly name: string;
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  /** ISO 3166-1: `IT`. Absent where no country is named with it: `United Nations`. */
  readonly countryCode?: string;
}

/** `Rome, Italy`, with the country as a language calls it; `Singapore` alone. */
export function placeText({ name, countryCode }: Place, language: string): string {
  if (countryCode === undefined) return name;
  const country = countryNames(language).of(countryCode);
  return country === undefined || country.includes(name) ? name : `${name}, ${country}`;
}

// They take longer to make than a story's credits to render.
const countryNames = remembering(
  (language: string) => new Intl.DisplayNames([language, "en"], { type: "region" }),
);
