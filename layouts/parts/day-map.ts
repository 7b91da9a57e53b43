import { type Html, nothing } from "../../src/markup/html.ts";
import type { HomeProps } from "../../src/model/page-props.ts";
import type { Site } from "../../src/model/site.ts";

export function dayMap(
  _site: Site,
  _listings: HomeProps["listings"],
  _places: HomeProps["places"],
): Html {
  return nothing;
}
