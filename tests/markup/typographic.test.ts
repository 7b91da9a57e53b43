import { expect, test } from "vitest";
import { typographic } from "../../src/markup/typographic.ts";

test.each([
  [`Japan's "upper 'house'"`, "Japan’s “upper ‘house’”"],
  [`'90s rock 'n' roll`, "’90s rock ’n’ roll"],
  [`"One"\n\n"two"`, "“One”\n\n“two”"],
  ["Stay -- or go...", "Stay – or go…"],
  [`*a* [b](c) & <i> \\"`, `*a* [b](c) & <i> \\”`],
  ["A plain headline", "A plain headline"],
])("%j is shown as %j", (typed, shown) => {
  expect(typographic(typed)).toBe(shown);
});
