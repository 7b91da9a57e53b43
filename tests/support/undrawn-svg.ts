/**
 * A picture that pages show but that is not drawn in shapes for search engines, which takes a second each: Dateline draws no
 * filters.
 */
export const UNDRAWN_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg"><filter id="soft"/><title>Harbor</title></svg>';
